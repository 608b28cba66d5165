package io.chodae.capture;

import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;

/**
 * One of the invitations that a {@link UserInvitationsSent} speaks of.
 *
 * @param name of the account
 * @param language of the account
 */
public record SentUserInvitation(
        long userInvitationId, int linkNumber, EmailAddress email, String name, Language language) {}
