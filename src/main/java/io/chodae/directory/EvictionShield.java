package io.chodae.directory;

import io.chodae.shared.AccountId;
import java.util.Collection;
import java.util.Set;

/** What another room knows that keeps accounts from losing their address. */
public interface EvictionShield {

    EvictionRefusal reason();

    /** Those of the accounts that it keeps; a thousand are asked about at once at most. */
    Set<AccountId> among(Collection<AccountId> accounts);
}
