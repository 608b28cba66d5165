package io.chodae.directory;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;

/**
 * An organisation took an address back, in the publishing transaction. The account goes on under a temporary one.
 *
 * @param from where the person still reads mail
 * @param evictionNumber no two evictions share one
 */
public record AccountEvicted(AccountId account, EmailAddress from, CustomerId by, long evictionNumber) {}
