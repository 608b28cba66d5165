package io.chodae.directory;

import io.chodae.shared.AccountId;

/**
 * An account has another address, name or language now, or its manager closed or opened it, in the publishing
 * transaction. Whether it is managed is told by others.
 */
public record AccountChanged(AccountId account) {}
