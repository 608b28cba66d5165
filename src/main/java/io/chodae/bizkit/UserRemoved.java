package io.chodae.bizkit;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;

/** The publisher removed somebody, in the publishing transaction; coming back needs a new invitation. */
public record UserRemoved(CustomerId customer, long userId, AccountId account) {}
