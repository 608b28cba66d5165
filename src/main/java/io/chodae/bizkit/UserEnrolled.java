package io.chodae.bizkit;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;

/** Somebody belongs now, in the publishing transaction. */
public record UserEnrolled(CustomerId customer, long userId, AccountId account, long invitationId, long offerId) {}
