package io.chodae.proof;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One campaign from the file to the last mail, and how long each part of it took. */
final class CampaignRound {

    private static final Duration WEIGH_EVERY = Duration.ofSeconds(2);

    private final Operator operator;
    private final JdbcClient jdbc;
    private final long server;
    private final long postgres;
    private long postgresPeak;
    private long weighed;

    CampaignRound(Operator operator, JdbcClient jdbc, long server, long postgres) {
        this.operator = operator;
        this.jdbc = jdbc;
        this.server = server;
        this.postgres = postgres;
    }

    /**
     * Times in seconds: from the choice of the file, then from the press of "send"; CPU in seconds for all mails.
     *
     * @param peak of the server since its start, in MB
     * @param postgresPeak of all processes of PostgreSQL in this round, in MB
     */
    record Result(
            int rows,
            int people,
            double checked,
            double previewed,
            double answered,
            double written,
            double sent,
            double cpu,
            double postgresCpu,
            long peak,
            long postgresPeak) {}

    Result run(Path roster) throws InterruptedException {
        long draft = operator.newDraft();
        long begin = System.nanoTime();
        operator.upload(draft, roster);
        await(() -> checked(draft));
        double checked = seconds(begin);
        operator.preview(draft);
        double previewed = seconds(begin);
        int rows = count("select rows_total from draft where draft_id = :id", draft);
        int people = count("select rows_ready from draft where draft_id = :id", draft);

        double cpu = ProcessUse.cpuSeconds(server);
        double postgresCpu = ProcessUse.cpuSecondsOfAll(postgres);
        begin = System.nanoTime();
        long campaign = operator.send(draft);
        double answered = seconds(begin);
        CountDownLatch ended = new CountDownLatch(1);
        Thread watching = Thread.ofVirtual().start(() -> watch(campaign, ended));
        await(() ->
                count("select count(*) from campaign where campaign_id = :id and state = 'WRITTEN'", campaign) == 1);
        double written = seconds(begin);
        await(() -> count(
                        "select count(*) from (select from mail where state in ('queued', 'sending', 'deferred') and :id > 0 limit 1) m",
                        campaign)
                == 0);
        double sent = seconds(begin);
        cpu = ProcessUse.cpuSeconds(server) - cpu;
        postgresCpu = ProcessUse.cpuSecondsOfAll(postgres) - postgresCpu;
        ended.countDown();
        watching.join();
        check(campaign, people);
        return new Result(
                rows,
                people,
                checked,
                previewed,
                answered,
                written,
                sent,
                cpu,
                postgresCpu,
                ProcessUse.peakMegabytes(server),
                postgresPeak);
    }

    private boolean checked(long draft) {
        String state = jdbc.sql("select max(state) from roster_upload where draft_id = :draft")
                .param("draft", draft)
                .query(String.class)
                .single();
        if (state.equals("PROBLEM")) {
            throw new IllegalStateException("the file was refused");
        }
        return state.equals("READ");
    }

    private void check(long campaign, int people) {
        int mailed = count("""
                select count(distinct m.to_key) from mail m
                join campaign c on c.customer_id = m.customer_id and c.offer_id = m.batch_id
                where c.campaign_id = :id and m.kind = 'invitation' and m.state = 'sent'""", campaign);
        if (mailed != people) {
            throw new IllegalStateException("%,d of %,d people were sent a mail".formatted(mailed, people));
        }
    }

    private int count(String sql, long id) {
        return jdbc.sql(sql).param("id", id).query(Integer.class).single();
    }

    private void watch(long campaign, CountDownLatch ended) {
        try {
            do {
                operator.watch(campaign);
            } while (!ended.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(BooleanSupplier condition) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    weigh();
                    return condition.getAsBoolean();
                });
    }

    /** Now and then: to count the pages of a dozen processes costs as much as some mails. */
    private void weigh() {
        if (System.nanoTime() - weighed > WEIGH_EVERY.toNanos()) {
            postgresPeak = Math.max(postgresPeak, ProcessUse.megabytesOfAll(postgres));
            weighed = System.nanoTime();
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
