package io.chodae.identity;

import io.chodae.directory.EvictionRefusal;
import io.chodae.directory.EvictionShield;
import io.chodae.shared.AccountId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever works in a console keeps the address: colleagues know them by it, and may be the ones who evict. */
@Component
class OperatorsKeepAddresses implements EvictionShield {

    private final JdbcClient jdbc;

    OperatorsKeepAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public EvictionRefusal reason() {
        return EvictionRefusal.OPERATOR;
    }

    @Override
    public Set<AccountId> among(Collection<AccountId> accounts) {
        return new HashSet<>(jdbc.sql("select distinct account_id from operator where account_id = any(:accounts)")
                .param("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .query((row, number) -> new AccountId(row.getLong("account_id")))
                .list());
    }
}
