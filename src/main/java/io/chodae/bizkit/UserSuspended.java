package io.chodae.bizkit;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;

/** The publisher suspended somebody, who can use nothing now and keeps the seat, in the publishing transaction. */
public record UserSuspended(CustomerId customer, long userId, AccountId account) {}
