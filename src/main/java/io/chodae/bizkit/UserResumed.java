package io.chodae.bizkit;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;

/** Somebody who was suspended may use the service again, in the publishing transaction. */
public record UserResumed(CustomerId customer, long userId, AccountId account) {}
