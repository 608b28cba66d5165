package io.chodae.bizkit;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is in another group now, in the publishing transaction.
 *
 * @param groupId null: unclassified
 */
public record UserMoved(
        CustomerId customer,
        long userId,
        AccountId account,
        @Nullable Long groupId) {}
