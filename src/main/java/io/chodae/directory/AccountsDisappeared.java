package io.chodae.directory;

import io.chodae.shared.AccountId;
import java.util.List;

/**
 * Accounts that are gone from the addresses they had, in the publishing transaction: consumer accounts that are deleted,
 * renamed, or managed by another way than an invitation, and managed ones that are removed.
 */
public record AccountsDisappeared(List<AccountId> accounts) {

    public AccountsDisappeared {
        accounts = List.copyOf(accounts);
    }
}
