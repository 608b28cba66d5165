package io.chodae.capture;

import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands behind addresses: who holds the domain, whose the account is, and what became of the invitation. */
@Repository
class Standings {

    private final JdbcClient jdbc;

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is known about one address.
     *
     * @param held whether the customer holds the domain
     * @param account whether an account has this primary address
     * @param managed whether a customer manages it
     * @param row of the list; null where it has none
     */
    record Standing(
            boolean held,
            boolean account,
            boolean managed,
            String name,
            Language language,
            @Nullable Listed row) {

        /** Why nothing can be sent; what lies on another's domain is not told apart. */
        Optional<UserInvitationRefusal> hindrance() {
            if (!held) {
                return Optional.of(UserInvitationRefusal.FOREIGN_DOMAIN);
            }
            if (!account) {
                return Optional.of(UserInvitationRefusal.NO_ACCOUNT);
            }
            return managed ? Optional.of(UserInvitationRefusal.MANAGED) : Optional.empty();
        }
    }

    /** What the list knows. */
    record Listed(long id, String email, UserInvitationState state, int linkNumber, int mailsSent) {}

    /** By key, in one statement. Rows of the list stay locked until the caller's transaction ends. */
    Map<String, Standing> lock(CustomerId customer, Collection<String> keys) {
        jdbc.sql("""
                        select 1 from user_invitation
                        where customer_id = :customer and email_key = any(:keys)
                        order by email_key
                        for update
                        """)
                .param("customer", customer.value())
                .param("keys", keys.toArray(String[]::new))
                .query(Integer.class)
                .list();
        Map<String, Standing> found = new HashMap<>();
        jdbc.sql("""
                        select k.key, d.domain is not null as held, a.account_id is not null as account,
                               a.managed_by is not null as managed, a.name, a.language,
                               u.user_invitation_id, u.email, u.state, u.link_number, u.mails_sent
                        from unnest(:keys::text[]) as k (key)
                        left join customer_domain d
                          on d.customer_id = :customer and d.domain = substring(k.key from '[^@]*$')
                         and d.state in ('VERIFIED', 'FAILING') and d.kind <> 'ALIAS'
                        left join lateral (select * from account where email_key = k.key limit 1) a on true
                        left join lateral (
                            select * from user_invitation
                            where customer_id = :customer and email_key = k.key and account_id = a.account_id
                            limit 1
                        ) u on true
                        """)
                .param("customer", customer.value())
                .param("keys", keys.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString("key"), read(row));
                });
        return found;
    }

    /** An unmanaged account of this address, as one to which nothing was sent. */
    Optional<UserInvitation> unlisted(CustomerId customer, EmailAddress email) {
        return jdbc.sql("""
                        select d.customer_id, a.email, a.email_key, a.created_at
                        from account a
                        join customer_domain d
                          on d.customer_id = :customer and d.domain = a.domain
                         and d.state in ('VERIFIED', 'FAILING') and d.kind <> 'ALIAS'
                        where a.email_key = :key and a.managed_by is null
                        """)
                .param("customer", customer.value())
                .param("key", email.key())
                .query((row, number) -> new UserInvitation(
                        customer,
                        new EmailAddress(row.getString("email"), row.getString("email_key")),
                        UserInvitationState.NOT_YET_SENT,
                        0,
                        row.getTimestamp("created_at").toInstant()))
                .optional();
    }

    /** One address that one customer asks about. */
    record Asked(CustomerId customer, String key) {}

    /**
     * Those that are the primary address of an unmanaged account of the customer that asks, in one statement. Each is
     * looked up by itself: a join that the planner is free in reads all accounts where it knows nothing of them yet, as
     * after an import.
     */
    Map<Asked, Boolean> invitable(Set<Asked> asked) {
        Map<Asked, Boolean> found = new HashMap<>();
        jdbc.sql("""
                        select k.customer_id, k.key
                        from unnest(:customers::bigint[], :keys::text[]) as k (customer_id, key)
                        cross join lateral (
                            select domain from account where email_key = k.key and managed_by is null limit 1
                        ) a
                        join customer_domain d
                          on d.customer_id = k.customer_id and d.domain = a.domain
                         and d.state in ('VERIFIED', 'FAILING') and d.kind <> 'ALIAS'
                        """)
                .param(
                        "customers",
                        asked.stream().map(one -> one.customer().value()).toArray(Long[]::new))
                .param("keys", asked.stream().map(Asked::key).toArray(String[]::new))
                .query(row -> {
                    found.put(new Asked(new CustomerId(row.getLong("customer_id")), row.getString("key")), true);
                });
        return found;
    }

    private static Standing read(ResultSet row) throws SQLException {
        boolean account = row.getBoolean("account");
        String state = row.getString("state");
        return new Standing(
                row.getBoolean("held"),
                account,
                row.getBoolean("managed"),
                account ? row.getString("name") : "",
                account ? Language.valueOf(row.getString("language")) : Language.EN,
                state == null
                        ? null
                        : new Listed(
                                row.getLong("user_invitation_id"),
                                row.getString("email"),
                                UserInvitationState.valueOf(state),
                                row.getInt("link_number"),
                                row.getInt("mails_sent")));
    }
}
