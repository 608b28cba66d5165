package io.chodae.provisioning;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user who is created once the consumer account of the address has answered, or has not.
 *
 * @param account the consumer account that was asked
 * @param reason with {@link PendingState#REFUSED}: why
 * @param followUps as the policy was when the person was asked, as is what comes after
 * @param steps days on which a follow-up was due
 * @param mails that went out, the first one among them
 * @param nextAt when the next thing happens; null at the end
 */
public record PendingUser(
        CustomerId customer,
        long id,
        EmailAddress email,
        AccountId account,
        String displayName,
        PendingState state,
        @Nullable ConflictReason reason,
        int followUps,
        AfterFollowUps after,
        int steps,
        int mails,
        @Nullable Instant nextAt,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /** Whether all follow-ups have had their day. */
    public boolean ranOut() {
        return steps >= followUps;
    }
}
