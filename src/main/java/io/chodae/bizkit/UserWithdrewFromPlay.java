package io.chodae.bizkit;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;

/** Somebody stopped using one Play by their own wish and stays enrolled, in the publishing transaction. */
public record UserWithdrewFromPlay(CustomerId customer, long userId, AccountId account, long playId) {}
