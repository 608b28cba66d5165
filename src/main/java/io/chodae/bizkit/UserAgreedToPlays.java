package io.chodae.bizkit;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;

/** An enrolled PLAY user accepted an invitation to further Plays, in the publishing transaction. */
public record UserAgreedToPlays(CustomerId customer, long userId, AccountId account, long invitationId, long offerId) {}
