package io.chodae.capture;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Puts unmanaged accounts on their customer's list and takes them off. Every statement may be repeated. Accounts are
 * locked before rows of the list, here as in the acceptance.
 */
@Repository
class Listing {

    /**
     * Rows that a new account at an old address, or an account that is a consumer's again, finds begin anew, under a
     * number of their own: what was mailed before is about somebody else.
     */
    private static final String PUT_ON = """
            outdated as (
                insert into retired_user_link (link_hash, customer_id, user_invitation_id)
                select u.link_hash, u.customer_id, u.user_invitation_id
                from user_invitation u
                join chunk c on c.customer_id = u.customer_id and c.email_key = u.email_key
                where u.link_hash is not null and (u.account_id <> c.account_id or u.state = 'ACCEPTED')
                on conflict (link_hash) do nothing),
            listed as (
                insert into user_invitation as u (customer_id, email_key, account_id, email, updated_at)
                select c.customer_id, c.email_key, c.account_id, c.email, :now from chunk c
                on conflict (customer_id, email_key) do update
                set account_id = excluded.account_id, email = excluded.email, state = 'NOT_YET_SENT', mails_sent = 0,
                    user_invitation_id = nextval('user_invitation_id_seq'), link_number = 0, link_hash = null,
                    sent_at = null, ended_at = null, decline_reason = null, updated_at = :now
                where u.account_id <> excluded.account_id or u.state = 'ACCEPTED')
            select max(email_key) from chunk
            """;

    private static final String TAKE_OFF = """
            gone as (
                delete from user_invitation u
                using taken t
                where u.customer_id = t.customer_id and u.email_key = t.email_key
                returning u.customer_id, u.user_invitation_id, u.link_hash),
            kept as (
                insert into retired_user_link (link_hash, customer_id, user_invitation_id)
                select link_hash, customer_id, user_invitation_id from gone where link_hash is not null
                on conflict (link_hash) do nothing)
            """;

    /** One of 256 locks for each domain. */
    private static final String BUCKET = "hashtext(domain) & 255";

    private final JdbcClient jdbc;
    private final Clock clock;

    Listing(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Waits until nobody changes who holds the domains of these accounts: else the list of a domain that is proven at
     * this moment and an account that is created at this moment would miss each other. Domains share a few locks, for an
     * import may bring ten thousand of them at once, and PostgreSQL's table of locks is smaller than that.
     */
    void shareDomainsOf(Collection<AccountId> accounts) {
        jdbc.sql("select pg_advisory_xact_lock_shared(215, bucket) from (select distinct " + BUCKET + """
                         as bucket from account where account_id = any(:ids) order by bucket) b
                        """)
                .param("ids", ids(accounts))
                .query()
                .listOfRows();
    }

    /** The other side of {@link #shareDomainsOf}. */
    void claim(String domain) {
        jdbc.sql("select pg_advisory_xact_lock(215, " + BUCKET + ") from (select cast(:domain as text) as domain) d")
                .param("domain", domain)
                .query()
                .listOfRows();
    }

    /** From here on the caller's transaction fails instead of standing in the way of somebody who changes an account. */
    void giveWay() {
        jdbc.sql("set local lock_timeout = '500ms'").update();
    }

    /** Those of the accounts that are unmanaged, each on the list of who holds its domain. */
    void putOn(Collection<AccountId> accounts) {
        jdbc.sql("""
                        with chunk as (
                            select d.customer_id, a.account_id, a.email, a.email_key
                            from account a
                            join customer_domain d
                              on d.domain = a.domain and d.state in ('VERIFIED', 'FAILING') and d.kind <> 'ALIAS'
                            where a.account_id = any(:ids) and a.managed_by is null
                            order by a.email_key
                            for no key update of a),
                        """ + PUT_ON)
                .param("ids", ids(accounts))
                .param("now", now())
                .query()
                .listOfRows();
    }

    /** Those with these keys that a list still lacks: it may follow a large domain for minutes. */
    void putOnKeys(CustomerId customer, Collection<String> keys) {
        jdbc.sql("""
                        with chunk as (
                            select d.customer_id, a.account_id, a.email, a.email_key
                            from account a
                            join customer_domain d
                              on d.customer_id = :customer and d.domain = a.domain
                             and d.state in ('VERIFIED', 'FAILING') and d.kind <> 'ALIAS'
                            where a.email_key = any(:keys) and a.managed_by is null
                              and not exists (select from user_invitation u
                                              where u.customer_id = :customer and u.account_id = a.account_id
                                                and u.email_key = a.email_key)
                            order by a.email_key
                            for no key update of a),
                        """ + PUT_ON)
                .param("customer", customer.value())
                .param("keys", keys.toArray(String[]::new))
                .param("now", now())
                .query()
                .listOfRows();
    }

    /**
     * The next accounts of a domain.
     *
     * @param skipLocked leaves out accounts that somebody is changing instead of waiting for it
     * @return the key of the last one; empty where there was none
     */
    Optional<String> putOn(CustomerId customer, String domain, String after, int limit, boolean skipLocked) {
        return jdbc.sql("""
                        with chunk as (
                            select cast(:customer as bigint) as customer_id, a.account_id, a.email, a.email_key
                            from account a
                            where a.domain = :domain and a.managed_by is null and a.email_key > :after
                            order by a.email_key
                            limit :limit
                            for no key update
                        """ + (skipLocked ? " skip locked), " : "), ") + PUT_ON)
                .param("customer", customer.value())
                .param("domain", domain)
                .param("after", after)
                .param("limit", limit)
                .param("now", now())
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    /** All rows of these accounts, with every customer. */
    void takeOff(Collection<AccountId> accounts) {
        jdbc.sql("""
                        with taken as (
                            select customer_id, email_key from user_invitation
                            where account_id = any(:ids)
                            order by customer_id, email_key
                            for update),
                        """ + TAKE_OFF + "select count(*) from gone")
                .param("ids", ids(accounts))
                .query(Long.class)
                .single();
    }

    /** The row of an account that has another address now; it goes where something is known of that address already. */
    void move(AccountId account, EmailAddress before, EmailAddress after) {
        int moved = jdbc.sql("""
                        update user_invitation u set email = :email, email_key = :key
                        where u.account_id = :account and u.email_key = :before
                          and not exists (select 1 from user_invitation other
                                          where other.customer_id = u.customer_id and other.email_key = :key
                                            and other.account_id <> u.account_id)
                        """)
                .param("account", account.value())
                .param("email", after.value())
                .param("key", after.key())
                .param("before", before.key())
                .update();
        if (moved == 0) {
            takeOff(List.of(account));
        }
    }

    /**
     * The next accounts of a domain that the customer no longer holds; what it manages by an invitation stays.
     *
     * @return the key of the last one; empty where there was none
     */
    Optional<String> takeOff(CustomerId customer, String domain, String after, int limit) {
        return jdbc.sql("""
                        with chunk as (
                            select a.email_key from account a
                            where a.domain = :domain and a.managed_by is null and a.email_key > :after
                            order by a.email_key
                            limit :limit),
                        taken as (
                            select u.customer_id, u.email_key from user_invitation u
                            join chunk c on c.email_key = u.email_key
                            where u.customer_id = :customer and u.state <> 'ACCEPTED'
                            order by u.email_key
                            for update of u),
                        """ + TAKE_OFF + "select max(email_key) from chunk")
                .param("customer", customer.value())
                .param("domain", domain)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Long[] ids(Collection<AccountId> accounts) {
        List<Long> ids = accounts.stream().map(AccountId::value).toList();
        return ids.toArray(Long[]::new);
    }
}
