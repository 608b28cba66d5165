package io.chodae.directory;

import io.chodae.shared.AccountId;
import io.chodae.shared.EmailAddress;

/** What came of taking an address back. */
public sealed interface EvictionResult {

    /** The address is free; the account goes on under the temporary one. */
    record Evicted(AccountId account, EmailAddress temporary) implements EvictionResult {}

    /** Nothing changed. */
    record Refused(EvictionRefusal reason) implements EvictionResult {}
}
