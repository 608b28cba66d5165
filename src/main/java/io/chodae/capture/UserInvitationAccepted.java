package io.chodae.capture;

/** An account has become managed by its person's own will, in the publishing transaction. */
public record UserInvitationAccepted(Transfer transfer) {}
