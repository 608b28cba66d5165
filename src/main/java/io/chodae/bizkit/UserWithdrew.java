package io.chodae.bizkit;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;

/** Somebody left a Biz Service by their own wish, in the publishing transaction. */
public record UserWithdrew(CustomerId customer, long userId, AccountId account) {}
