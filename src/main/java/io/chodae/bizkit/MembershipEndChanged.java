package io.chodae.bizkit;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A membership has another last day, in the publishing transaction.
 *
 * @param endsOn null: it does not end by itself
 */
public record MembershipEndChanged(
        CustomerId customer,
        long userId,
        AccountId account,
        @Nullable LocalDate endsOn) {}
