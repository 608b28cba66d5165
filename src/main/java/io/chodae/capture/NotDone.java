package io.chodae.capture;

import io.chodae.shared.EmailAddress;

/**
 * One account for which a job did nothing.
 *
 * @param act what was asked for
 * @param reason name of a {@link UserInvitationRefusal} or of an {@link io.chodae.directory.EvictionRefusal}
 */
public record NotDone(EmailAddress email, TransferAct act, String reason) {}
