package io.chodae.directory;

import io.chodae.shared.CustomerId;

/**
 * A customer holds a domain no longer, or only as an alias, in the publishing transaction. Accounts that it manages
 * stay managed.
 *
 * @param domain A-label, lower case
 */
public record DomainLost(CustomerId customer, String domain) {}
