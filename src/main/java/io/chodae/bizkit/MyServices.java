package io.chodae.bizkit;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.directory.Accounts;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a member belongs to, and the way out. Leaving works at once; coming back needs a new invitation. */
@Component
public class MyServices {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SiteDay day;
    private final EnrolledUsers users;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    MyServices(
            JdbcClient jdbc,
            Clock clock,
            SiteDay day,
            EnrolledUsers users,
            Accounts accounts,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.day = day;
        this.users = users;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
    }

    /** All services of an account, by publisher. */
    @Transactional(readOnly = true)
    public List<MyService> of(AccountId account) {
        return jdbc.sql("""
                        select u.customer_id, u.user_id, u.email, u.accepted_at, c.external_id, c.name as publisher,
                               b.service_name, b.service_description, b.icon_etag, u.suspended_at, u.ends_on
                        from enrolled_user u
                        join customer c on c.customer_id = u.customer_id
                        join biz_kit b on b.customer_id = u.customer_id
                        where u.account_id = :account and u.left_at is null
                          and (u.ends_on is null or u.ends_on >= :today)
                        order by lower(c.name), u.customer_id
                        """)
                .param("account", account.value())
                .param("today", day.today())
                .query(this::read)
                .list();
    }

    /** Leaves a publisher's service; false where this account does not belong to it (any more). */
    @Transactional
    public boolean withdrawFromService(AccountId account, CustomerId customer, long userId) {
        int left = jdbc.sql("""
                        update enrolled_user set left_at = :now
                        where customer_id = :customer and user_id = :user and account_id = :account
                          and left_at is null
                        """)
                .param("customer", customer.value())
                .param("user", userId)
                .param("account", account.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (left == 1) {
            audit.record(customer, actor(account), "user.withdrew", "user", String.valueOf(userId), Map.of());
            events.publishEvent(new UserWithdrew(customer, userId, account));
        }
        return left == 1;
    }

    /** Stops using one Play; false where this account cannot use it anyway. */
    @Transactional
    public boolean withdrawFromPlay(AccountId account, CustomerId customer, long userId, long playId) {
        int withdrawn = jdbc.sql("""
                        insert into enrolled_user_play (customer_id, user_id, play_id, accepted_at, withdrawn_at)
                        select u.customer_id, u.user_id, p.play_id, u.accepted_at, :now
                        from enrolled_user u, private_play p
                        where u.customer_id = :customer and u.user_id = :user and u.account_id = :account
                          and p.play_id = :play and %s
                        on conflict (customer_id, user_id, play_id) do update set withdrawn_at = excluded.withdrawn_at
                          where enrolled_user_play.withdrawn_at is null
                        """.formatted(UsablePlays.MAY_USE))
                .param("customer", customer.value())
                .param("user", userId)
                .param("account", account.value())
                .param("play", playId)
                .param("today", day.today())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (withdrawn == 1) {
            audit.record(
                    customer,
                    actor(account),
                    "user.withdrew_play",
                    "user",
                    String.valueOf(userId),
                    Map.of("play", String.valueOf(playId)));
            events.publishEvent(new UserWithdrewFromPlay(customer, userId, account, playId));
        }
        return withdrawn == 1;
    }

    private MyService read(ResultSet row, int number) throws SQLException {
        CustomerId customer = new CustomerId(row.getLong("customer_id"));
        long userId = row.getLong("user_id");
        String publisher = row.getString("publisher");
        return new MyService(
                customer,
                userId,
                row.getString("external_id"),
                publisher,
                Objects.requireNonNullElse(row.getString("service_name"), publisher),
                Objects.requireNonNullElse(row.getString("service_description"), ""),
                row.getString("icon_etag"),
                row.getString("email"),
                row.getTimestamp("accepted_at").toInstant(),
                row.getTimestamp("suspended_at") != null,
                row.getObject("ends_on", LocalDate.class),
                users.usablePlays(customer, userId));
    }

    private Actor actor(AccountId account) {
        return Actor.account(
                account, accounts.find(account).orElseThrow().email().value());
    }
}
