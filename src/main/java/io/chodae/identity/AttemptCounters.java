package io.chodae.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The leaky buckets behind {@link Throttle}. Each statement stands alone, outside of any transaction. */
@Repository
class AttemptCounters {

    private static final Duration KEPT = Duration.ofDays(2);

    /** Attempts beyond the free ones that still raise the level: bounds the time until it has leaked away. */
    private static final int CAP = 12;

    private final JdbcClient jdbc;
    private final Clock clock;

    AttemptCounters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Bucket(String key, Limit limit) {}

    /** The longest pause that any of the buckets is in. */
    Optional<Duration> pause(List<Bucket> buckets) {
        if (buckets.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return jdbc.sql("""
                        select paused_until
                          from attempt_counter
                         where counter_key in (:keys) and paused_until > :now
                         order by paused_until desc
                         limit 1
                        """)
                .param("keys", buckets.stream().map(Bucket::key).toList())
                .param("now", Timestamp.from(now))
                .query(Timestamp.class)
                .optional()
                .map(until -> Duration.between(now, until.toInstant()));
    }

    /** Adds one attempt, and with it the pause before the next; gives the pause where one is running already. */
    Optional<Duration> count(Bucket bucket) {
        Limit limit = bucket.limit();
        int counted = jdbc.sql("""
                        insert into attempt_counter as c (counter_key, level, counted_at, paused_until)
                        values (:key, 1, :now, :now)
                        on conflict (counter_key) do update
                           set (level, counted_at, paused_until) = (
                               select after.level,
                                      cast(:now as timestamptz),
                                      cast(:now as timestamptz) + make_interval(secs => case
                                          when after.level < :free then 0
                                          else least(:longest, :first * power(2, ceil(after.level - :free)))
                                      end)
                                 from (select least(:free + :cap, 1 + greatest(0, c.level - extract(epoch from
                                           (cast(:now as timestamptz) - c.counted_at)) / :leak)) as level) as after)
                         where c.paused_until <= :now
                        """)
                .param("key", bucket.key())
                .param("now", Timestamp.from(clock.instant()))
                .param("leak", (double) limit.leak().toSeconds())
                .param("free", limit.free())
                .param("cap", CAP)
                .param("first", (double) limit.first().toSeconds())
                .param("longest", (double) limit.longest().toSeconds())
                .update();
        return counted == 1 ? Optional.empty() : pause(List.of(bucket)).or(() -> Optional.of(limit.first()));
    }

    void giveBack(Bucket bucket) {
        jdbc.sql("""
                        update attempt_counter
                           set level = greatest(0, level - 1),
                               paused_until = least(paused_until, counted_at)
                         where counter_key = :key
                        """).param("key", bucket.key()).update();
    }

    void clear(Bucket bucket) {
        jdbc.sql("delete from attempt_counter where counter_key = :key")
                .param("key", bucket.key())
                .update();
    }

    /** Every bucket that is older has leaked dry. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    void forgetOld() {
        jdbc.sql("delete from attempt_counter where counted_at < :before")
                .param("before", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
