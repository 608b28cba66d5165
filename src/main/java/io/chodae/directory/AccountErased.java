package io.chodae.directory;

import io.chodae.shared.AccountId;

/**
 * An account is about to lose its address, its name and its sign-in for good, in the publishing transaction: what
 * belongs to it elsewhere ends with it.
 */
public record AccountErased(AccountId account) {}
