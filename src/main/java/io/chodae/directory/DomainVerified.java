package io.chodae.directory;

import io.chodae.shared.CustomerId;

/**
 * A customer now holds a proven domain that is no alias, in the publishing transaction: the consumer accounts on it are
 * its unmanaged accounts.
 *
 * @param domain A-label, lower case
 */
public record DomainVerified(CustomerId customer, String domain) {}
