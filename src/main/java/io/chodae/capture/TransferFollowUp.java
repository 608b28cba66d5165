package io.chodae.capture;

import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;

/**
 * A mail that has to follow a request.
 *
 * @param number names it among all mails about the invitation; see {@link TransferMails}
 * @param name of the account
 * @param language of the account
 */
public record TransferFollowUp(long userInvitationId, int number, EmailAddress email, String name, Language language) {}
