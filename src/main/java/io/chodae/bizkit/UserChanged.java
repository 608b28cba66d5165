package io.chodae.bizkit;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;

/** Name or extra info of an enrolled user changed, in the publishing transaction. */
public record UserChanged(CustomerId customer, long userId, AccountId account) {}
