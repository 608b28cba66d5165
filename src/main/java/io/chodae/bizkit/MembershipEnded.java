package io.chodae.bizkit;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;

/** The last day of a membership is over and the person has left, in the publishing transaction. */
public record MembershipEnded(CustomerId customer, long userId, AccountId account) {}
