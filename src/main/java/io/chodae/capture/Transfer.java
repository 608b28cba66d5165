package io.chodae.capture;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a mailed link asks for: that an account become managed.
 *
 * @param customerName who asks
 * @param contact whom people of the domain may ask; empty where the customer named nobody
 * @param account the very one that can accept
 * @param deadline null: there is none
 */
public record Transfer(
        CustomerId customer,
        String customerName,
        String contact,
        long userInvitationId,
        AccountId account,
        EmailAddress email,
        @Nullable TransferDeadline deadline) {}
