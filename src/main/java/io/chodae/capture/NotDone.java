package io.chodae.capture;

import io.chodae.shared.EmailAddress;

/**
 * One account for which a job did nothing.
 *
 * @param act what was asked for
 */
public record NotDone(EmailAddress email, TransferAct act, UserInvitationRefusal reason) {}
