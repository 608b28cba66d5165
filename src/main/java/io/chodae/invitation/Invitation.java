package io.chodae.invitation;

import io.chodae.shared.AccountId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One person's invitation as it stands. An {@code INVITED} row whose time is over reads as {@code EXPIRED}, whether or
 * not the timer has come by. Holds nothing from which its link could be made.
 *
 * @param offerId what is offered now, in words of the feature that sent it
 * @param sendingId the offer that it was first sent with: it belongs to that sending, and so do its mails, also where
 *     something else is offered by now
 * @param phone digits as dialled within the country, or null
 * @param linkNumber counts the links; only the last is alive
 * @param mailsSent how often a mail was asked for
 * @param endedAt when it was accepted, declined, expired or taken back
 * @param withdrawn why it is {@code NOT_YET_SENT}
 * @param wentOnAt when the person first did something on the invitation's page, other than looking at it
 */
public record Invitation(
        InvitationId id,
        long offerId,
        long sendingId,
        EmailAddress email,
        String name,
        @Nullable String phone,
        @Nullable String extraInfo,
        Language language,
        InvitationState state,
        int linkNumber,
        int mailsSent,
        Instant sentAt,
        Instant expiresAt,
        @Nullable Instant endedAt,
        @Nullable AccountId acceptedBy,
        @Nullable String declineReason,
        @Nullable Withdrawn withdrawn,
        Instant createdAt,
        @Nullable Instant wentOnAt) {

    /** Why nothing is out any more. */
    public enum Withdrawn {
        CANCELED,
        SUPERSEDED
    }
}
