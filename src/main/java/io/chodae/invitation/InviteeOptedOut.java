package io.chodae.invitation;

/**
 * Whoever has this invitation wants no more mails of its customer, in the publishing transaction. The invitation itself
 * is as it was.
 */
public record InviteeOptedOut(Invitation invitation) {}
