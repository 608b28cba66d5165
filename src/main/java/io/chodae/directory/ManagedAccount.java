package io.chodae.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as the customer that manages it sees it.
 *
 * @param since when the customer began to manage it
 * @param suspendedAt null: people sign in with it
 */
public record ManagedAccount(
        Account account, Instant since, @Nullable Instant suspendedAt) {}
