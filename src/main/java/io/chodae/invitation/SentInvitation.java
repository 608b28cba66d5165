package io.chodae.invitation;

import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;

/** One of the invitations that an {@link InvitationsSent} speaks of. */
public record SentInvitation(long invitationId, int linkNumber, EmailAddress email, String name, Language language) {}
