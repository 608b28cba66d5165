package io.chodae.invitation;

import io.chodae.shared.CustomerId;
import java.util.Collection;
import java.util.Set;

/**
 * Knows whom a customer does not write to. They are given no link: its mail would be kept back, and an older link that
 * they have would be dead for it.
 */
public interface ClosedRecipients {

    /** Those of the match keys that are not written to now. */
    Set<String> among(CustomerId customer, Collection<String> emailKeys);
}
