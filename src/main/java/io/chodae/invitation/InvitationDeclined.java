package io.chodae.invitation;

/** Somebody said no, in the publishing transaction. */
public record InvitationDeclined(Invitation invitation) {}
