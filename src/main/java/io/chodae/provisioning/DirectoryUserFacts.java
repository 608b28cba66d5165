package io.chodae.provisioning;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the organisation writes about its users beside what their accounts hold. */
@Repository
class DirectoryUserFacts {

    private final JdbcClient jdbc;
    private final Clock clock;

    DirectoryUserFacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Whether another user of the customer has the external id, or somebody else who is waited for. Whoever asks about
     * the same one waits until the caller's transaction ends.
     *
     * @param mine the address of who is to have it
     */
    boolean isTaken(CustomerId customer, String externalId, EmailAddress mine) {
        if (externalId.isEmpty()) {
            return false;
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:customer || ':' || :externalId, 235))")
                .param("customer", String.valueOf(customer.value()))
                .param("externalId", externalId)
                .query()
                .listOfRows();
        return jdbc.sql("""
                        select exists (select 1
                                         from directory_user u
                                         join account a using (account_id)
                                        where u.customer_id = :customer and u.external_id = :externalId
                                          and a.email_key <> :key)
                            or exists (select 1 from pending_user
                                        where customer_id = :customer and external_id = :externalId
                                          and state = 'WAITING' and email_key <> :key)
                        """)
                .param("customer", customer.value())
                .param("externalId", externalId)
                .param("key", mine.key())
                .query(Boolean.class)
                .single();
    }

    /** Writes all three at once, one version on. */
    void write(CustomerId customer, AccountId account, UserNames names, String externalId) {
        jdbc.sql("""
                        insert into directory_user as u
                            (customer_id, account_id, given_name, family_name, external_id, updated_at)
                        values (:customer, :account, :givenName, :familyName, :externalId, :now)
                        on conflict (customer_id, account_id) do update
                           set given_name = excluded.given_name, family_name = excluded.family_name,
                               external_id = excluded.external_id, version = u.version + 1,
                               updated_at = excluded.updated_at
                        """)
                .param("customer", customer.value())
                .param("account", account.value())
                .param("givenName", names.given())
                .param("familyName", names.family())
                .param("externalId", externalId)
                .param("now", now())
                .update();
    }

    /** One version on, whoever changed what; an account that nobody manages has none. */
    void touch(AccountId account) {
        jdbc.sql("""
                        insert into directory_user as u (customer_id, account_id, version, updated_at)
                        select managed_by, account_id, 2, :now
                          from account
                         where account_id = :account and managed_by is not null
                        on conflict (customer_id, account_id) do update
                           set version = u.version + 1, updated_at = excluded.updated_at
                        """).param("account", account.value()).param("now", now()).update();
    }

    void forget(AccountId account) {
        jdbc.sql("delete from directory_user where account_id = :account")
                .param("account", account.value())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
