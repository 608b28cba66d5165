package io.chodae.capture;

/** A person wants the account to stay their own, in the publishing transaction. */
public record UserInvitationDeclined(Transfer transfer) {}
