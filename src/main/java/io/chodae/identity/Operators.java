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

    /** The account's customers, longest membership first; none where its sign-in is closed. */
    public List<Membership> membershipsOf(AccountId account) {
        return jdbc.sql("""
                        select o.customer_id, c.name, o.role
                          from operator o
                          join customer c using (customer_id)
                          join account a using (account_id)
                         where o.account_id = :account and a.disabled_at is null and a.suspended_at is null
                         order by o.granted_at, o.customer_id
                        """)
                .param("account", account.value())
                .query(Operators::membership)
                .list();
    }

    /** Empty where the account's sign-in is closed. */
    public Optional<Membership> membership(AccountId account, CustomerId customer) {
        return jdbc.sql("""
                        select o.customer_id, c.name, o.role
                          from operator o
                          join customer c using (customer_id)
                          join account a using (account_id)
                         where o.customer_id = :customer and o.account_id = :account
                           and a.disabled_at is null and a.suspended_at is null
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
                        join account a using (account_id)
                        where customer_id = :customer and role in ('OWNER', 'OPERATOR')
                          and a.disabled_at is null and a.suspended_at is null
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

    /** Everybody who works for the customer: owners first, then by name. */
    public List<Colleague> of(CustomerId customer) {
        return jdbc.sql("""
                        select o.account_id, a.name, a.email, o.role, o.granted_at
                          from operator o
                          join account a using (account_id)
                         where o.customer_id = :customer
                         order by array_position(array['OWNER', 'OPERATOR', 'VIEWER'], o.role), lower(a.name), o.account_id
                        """)
                .param("customer", customer.value())
                .query((row, number) -> new Colleague(
                        new AccountId(row.getLong("account_id")),
                        row.getString("name"),
                        row.getString("email"),
                        Role.valueOf(row.getString("role")),
                        row.getTimestamp("granted_at").toInstant()))
                .list();
    }

    /** Gives the role to somebody who has none; false where the account works for the customer already. */
    boolean join(CustomerId customer, AccountId account, Role role) {
        return jdbc.sql("""
                        insert into operator (customer_id, account_id, role, granted_at)
                        values (:customer, :account, :role, :now)
                        on conflict (customer_id, account_id) do nothing
                        """)
                        .param("customer", customer.value())
                        .param("account", account.value())
                        .param("role", role.name())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
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
