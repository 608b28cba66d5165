package io.chodae.capture;

import io.chodae.audit.Actor;
import io.chodae.capture.Captures.Organisation;
import io.chodae.capture.TransferRules.Follows;
import io.chodae.testing.TestClock;
import io.chodae.testing.TestTimers;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets time pass for transfer requests, and mails arrive or not. */
@TestComponent
public class TransferClocks {

    private final SetTransferRules set;
    private final FollowUpTransfers followUp;
    private final TestTimers timers;
    private final TestClock clock;
    private final JdbcClient jdbc;

    TransferClocks(
            SetTransferRules set, FollowUpTransfers followUp, TestTimers timers, TestClock clock, JdbcClient jdbc) {
        this.set = set;
        this.followUp = followUp;
        this.timers = timers;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    static TransferRules evicts(int deadline, int notice, boolean declinedToo, Integer... reminders) {
        return new TransferRules(Arrays.asList(reminders), deadline, Follows.EVICT, notice, declinedToo);
    }

    static TransferRules only(@Nullable Integer deadline, Integer... reminders) {
        return new TransferRules(Arrays.asList(reminders), deadline, Follows.NOTHING, 7, false);
    }

    /** New rules, and everybody follows them. */
    public void set(Organisation of, TransferRules rules) {
        set.set(of.customer(), rules, true, Actor.system());
        timers.runDue();
    }

    /** Day by day, and each day what is due is done; mails arrive at once. */
    public void pass(Organisation of, int days) {
        for (int day = 0; day < days; day++) {
            arrive(of);
            clock.advance(Duration.ofDays(1));
            followUp.followUp(() -> false);
        }
        arrive(of);
    }

    /** The same, and no mail is taken by the relay. */
    public void passInSilence(int days) {
        for (int day = 0; day < days; day++) {
            clock.advance(Duration.ofDays(1));
            followUp.followUp(() -> false);
        }
    }

    public void arrive(Organisation of) {
        become(of, "%", "queued", "sent");
    }

    public void become(Organisation of, String kind, String from, String to) {
        jdbc.sql("""
                        update mail set state = :to, sent_at = case when :to in ('sent', 'bounced') then coalesce(sent_at, :now) end
                        where customer_id = :customer and kind like :kind and state = :from
                        """)
                .param("to", to)
                .param("from", from)
                .param("kind", kind)
                .param("now", Timestamp.from(clock.instant()))
                .param("customer", of.customer().value())
                .update();
    }

    /** The kinds of mails that were written about transfer requests, oldest first. */
    public List<String> mails(Organisation of) {
        return jdbc.sql("""
                        select kind from mail where customer_id = :customer and kind like 'transfer%' order by mail_id
                        """)
                .param("customer", of.customer().value())
                .query((row, number) -> row.getString("kind"))
                .list();
    }

    public boolean evicted(Organisation of, String local) {
        return jdbc.sql("select exists (select from account where evicted_from_key = :key)")
                .param("key", of.at(local).key())
                .query(Boolean.class)
                .single();
    }
}
