package io.chodae.directory;

import io.chodae.shared.AccountId;
import java.util.List;

/**
 * Consumer accounts that are new, or new at their address, in the publishing transaction.
 *
 * @param accounts ten thousand at most
 */
public record AccountsAppeared(List<AccountId> accounts) {

    public AccountsAppeared {
        accounts = List.copyOf(accounts);
    }
}
