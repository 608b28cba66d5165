package io.chodae.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Claims no more than an hour allows. What was taken in each minute is a row of the database, so that all nodes
 * together keep to it, and a restart too. Campaigns leave a tenth of the hour to mails that somebody waits for.
 */
@Component
class HourLimit {

    private static final int SHARE_OF_THE_PROMPT = 10;
    private static final Duration HOUR = Duration.ofHours(1);

    private final MailStore store;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String relay;
    private final int perHour;

    HourLimit(
            MailStore store,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock,
            Relay relay,
            Throughput throughput) {
        this.store = store;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.relay = relay.name();
        this.perHour = throughput.perHour();
    }

    /** As {@link MailStore#claim}, within the limit. */
    List<Claimed> claim(Lane lane, int batch, boolean takeOver, Instant lease) {
        if (perHour == 0) {
            return store.claim(lane, batch, takeOver, lease);
        }
        return transaction.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('mail_rate ' || :relay, 0))::text")
                    .param("relay", relay)
                    .query(String.class)
                    .single();
            int room = ceiling(lane) - taken();
            List<Claimed> claimed = room <= 0 ? List.of() : store.claim(lane, Math.min(batch, room), takeOver, lease);
            if (!claimed.isEmpty()) {
                add(claimed.size());
            }
            return claimed;
        });
    }

    /** What was claimed and not handed over after all. */
    void giveBack(int mails) {
        if (perHour > 0 && mails > 0) {
            add(-mails);
        }
    }

    private int ceiling(Lane lane) {
        return lane == Lane.PROMPT ? perHour : perHour - (perHour + SHARE_OF_THE_PROMPT - 1) / SHARE_OF_THE_PROMPT;
    }

    /** In the last sixty minutes and the one that has begun: rather a minute too long than one mail too many. */
    private int taken() {
        Instant since = minute().minus(HOUR);
        jdbc.sql("delete from mail_rate where relay = :relay and minute < :since")
                .param("relay", relay)
                .param("since", Timestamp.from(since))
                .update();
        return jdbc.sql("select coalesce(sum(mails), 0) from mail_rate where relay = :relay")
                .param("relay", relay)
                .query(Integer.class)
                .single();
    }

    private void add(int mails) {
        jdbc.sql("""
                        insert into mail_rate (relay, minute, mails) values (:relay, :minute, :mails)
                        on conflict (relay, minute) do update set mails = mail_rate.mails + excluded.mails""")
                .param("relay", relay)
                .param("minute", Timestamp.from(minute()))
                .param("mails", mails)
                .update();
    }

    private Instant minute() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }
}
