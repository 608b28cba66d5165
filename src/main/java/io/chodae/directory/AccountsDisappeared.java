package io.chodae.directory;

import io.chodae.shared.AccountId;
import java.util.List;

/**
 * Consumer accounts that are gone from the addresses they had, in the publishing transaction: deleted, renamed, or
 * managed by another way than an invitation.
 */
public record AccountsDisappeared(List<AccountId> accounts) {

    public AccountsDisappeared {
        accounts = List.copyOf(accounts);
    }
}
