package io.chodae.identity;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who works for which customer, and as what. */
@Component
public class Operators {

    private final JdbcClient jdbc;
    private final Clock clock;

    Operators(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The account's customers, longest membership first. */
    public List<Membership> membershipsOf(AccountId account) {
        return jdbc.sql("""
                        select o.customer_id, c.name, o.role
                          from operator o
                          join customer c using (customer_id)
                         where o.account_id = :account
                         order by o.granted_at, o.customer_id
                        """)
                .param("account", account.value())
                .query(Operators::membership)
                .list();
    }

    public Optional<Membership> membership(AccountId account, CustomerId customer) {
        return jdbc.sql("""
                        select o.customer_id, c.name, o.role
                          from operator o
                          join customer c using (customer_id)
                         where o.customer_id = :customer and o.account_id = :account
                        """)
                .param("customer", customer.value())
                .param("account", account.value())
                .query(Operators::membership)
                .optional();
    }

    /** The accounts that may do a customer's daily work, longest membership first. */
    public List<AccountId> whoMayWrite(CustomerId customer) {
        return jdbc.sql("""
                        select account_id from operator
                        where customer_id = :customer and role in ('OWNER', 'OPERATOR')
                        order by granted_at, account_id
                        """)
                .param("customer", customer.value())
                .query((row, number) -> new AccountId(row.getLong("account_id")))
                .list();
    }

    /** Gives the role, in place of the one that the account may have had. */
    @Transactional
    public void grant(CustomerId customer, AccountId account, Role role) {
        jdbc.sql("""
                        insert into operator (customer_id, account_id, role, granted_at)
                        values (:customer, :account, :role, :now)
                        on conflict (customer_id, account_id) do update set role = excluded.role
                        """)
                .param("customer", customer.value())
                .param("account", account.value())
                .param("role", role.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Whether anybody at all can open the console of this server. */
    public boolean anyone() {
        return jdbc.sql("select exists (select 1 from operator)")
                .query(Boolean.class)
                .single();
    }

    private static Membership membership(ResultSet row, int number) throws SQLException {
        return new Membership(
                new CustomerId(row.getLong("customer_id")), row.getString("name"), Role.valueOf(row.getString("role")));
    }
}
