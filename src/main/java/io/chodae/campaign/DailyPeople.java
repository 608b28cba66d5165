package io.chodae.campaign;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds a customer's campaigns to so many people within a day, where the server has such a limit. */
@Component
class DailyPeople {

    private static final Duration DAY = Duration.ofDays(1);

    private final int most;
    private final JdbcClient jdbc;
    private final Clock clock;

    DailyPeople(@Value("${chodae.limits.people-per-day:0}") int most, JdbcClient jdbc, Clock clock) {
        this.most = most;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Begun(Instant at, int people) {}

    /** Why the draft may not begin to be sent now. One draft of a customer at a time is asked about. */
    Optional<SendDraftResult> refusal(Draft draft) {
        if (most == 0) {
            return Optional.empty();
        }
        List<Begun> begun = lockAndRead(draft);
        int sent = begun.stream().mapToInt(Begun::people).sum();
        int wanted = draft.roster().ready();
        return sent + wanted <= most
                ? Optional.empty()
                : Optional.of(new SendDraftResult.TooManyPeople(most, sent, wanted, again(begun, sent, wanted)));
    }

    /** When enough of what was begun is a day old; null where this draft alone is too many. */
    private @Nullable Instant again(List<Begun> begun, int sent, int wanted) {
        int left = sent;
        for (Begun each : begun) {
            left -= each.people();
            if (left + wanted <= most) {
                return each.at().plus(DAY);
            }
        }
        return null;
    }

    private List<Begun> lockAndRead(Draft draft) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('daily-people', :customer))")
                .param("customer", draft.customer().value())
                .query((row, number) -> number)
                .list();
        return jdbc.sql("""
                        select coalesce(scheduled_for, created_at) as at,
                               case when state in ('CANCELED', 'FAILED') then written else total - skipped end as people
                        from campaign
                        where customer_id = :customer and state <> 'SCHEDULED'
                          and coalesce(scheduled_for, created_at) > :since
                        order by at""")
                .param("customer", draft.customer().value())
                .param("since", Timestamp.from(clock.instant().minus(DAY)))
                .query((row, number) -> new Begun(row.getTimestamp("at").toInstant(), row.getInt("people")))
                .list();
    }
}
