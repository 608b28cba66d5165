package io.chodae.invitation;

/** An operator took the invitation back, in the publishing transaction. */
public record InvitationCanceled(Invitation invitation) {}
