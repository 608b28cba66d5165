package io.chodae.invitation;

import io.chodae.shared.AccountId;

/** Somebody accepted, in the publishing transaction. */
public record InvitationAccepted(Invitation invitation, AccountId account) {}
