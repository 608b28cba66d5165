package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who else is on a draft. A page says so when it is loaded, with every save, and while it is open. */
@Component
public class DraftPresence {

    /** Six polls of a page: a laptop that was closed is soon forgotten. */
    private static final Duration PRESENT = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    DraftPresence(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An operator who is on the same draft now.
     *
     * @param label his address
     * @param minutesSince whole minutes since his last change; null where he has changed nothing
     */
    public record Colleague(String label, @Nullable Long minutesSince) {}

    /** Notes that an operator has the draft open; does nothing where this customer has no such draft. */
    @Transactional
    public void seen(CustomerId customer, long draftId, Actor actor) {
        note(customer, draftId, actor, false);
    }

    void note(CustomerId customer, long draftId, Actor actor, boolean changed) {
        AccountId account = actor.account();
        if (account == null) {
            return;
        }
        jdbc.sql("""
                        insert into draft_presence (customer_id, draft_id, account_id, label, seen_at, changed_at)
                        select d.customer_id, d.draft_id, :account, :label, :now,
                            case when :changed then :now::timestamptz end
                        from draft d
                        where d.customer_id = :customer and d.draft_id = :draft and d.state = 'OPEN'
                        on conflict (customer_id, draft_id, account_id) do update
                        set seen_at = excluded.seen_at, label = excluded.label,
                            changed_at = coalesce(excluded.changed_at, draft_presence.changed_at)""")
                .param("account", account.value())
                .param("label", actor.label())
                .param("now", Timestamp.from(clock.instant()))
                .param("changed", changed)
                .param("customer", customer.value())
                .param("draft", draftId)
                .update();
    }

    /** The others, who changed something last first. */
    @Transactional(readOnly = true)
    public List<Colleague> others(CustomerId customer, long draftId, Actor actor) {
        AccountId account = actor.account();
        Instant now = clock.instant();
        return jdbc.sql("""
                        select label, changed_at from draft_presence
                        where customer_id = :customer and draft_id = :draft and account_id <> :account
                            and seen_at > :since
                        order by changed_at desc nulls last, label""")
                .param("customer", customer.value())
                .param("draft", draftId)
                .param("account", account == null ? 0 : account.value())
                .param("since", Timestamp.from(now.minus(PRESENT)))
                .query((rs, row) -> new Colleague(rs.getString("label"), minutes(rs.getTimestamp("changed_at"), now)))
                .list();
    }

    private static @Nullable Long minutes(@Nullable Timestamp changed, Instant now) {
        return changed == null
                ? null
                : Math.max(0, Duration.between(changed.toInstant(), now).toMinutes());
    }
}
