package io.chodae.invitation;

/** The person of an invitation whose link is over asked for a new one; an operator has to answer. */
public record NewLinkAsked(InvitationId invitation) {}
