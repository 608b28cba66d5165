package io.chodae.audit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Slice;
import io.chodae.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** How long a page of a trail of a million lines takes, by each thing that can be asked for. Run by {@code bench/audit.sh}. */
final class AuditLogBench {

    private static final int LINES = Integer.getInteger("bench.lines", 1_000_000);
    private static final int TRIES = 20;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private AuditLogBench() {}

    public static void main(String[] arguments) {
        String url = TestDatabase.freshUrl();
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setUsername(TestDatabase.username());
        pool.setPassword(TestDatabase.password());
        JdbcClient jdbc = JdbcClient.create(new HikariDataSource(pool));
        long customer = fill(jdbc);
        // as PostgreSQL does by itself within a minute
        TestDatabase.owner(url).sql("analyze audit_event").update();
        AuditLog log = new AuditLog(jdbc, new JsonMapper());

        Instant middle = START.plusSeconds(LINES / 2);
        Map<String, AuditQuery> questions = new LinkedHashMap<>();
        questions.put("everything", AuditQuery.all());
        questions.put("one actor of forty", query("colleague7@hotel.example", "", "", null, null));
        questions.put("an actor with one line", query("guest500000@guests.example", "", "", null, null));
        questions.put("one person", query("", "guest500000@guests.example", "", null, null));
        questions.put("one action of twenty", query("", "", "thing.done7", null, null));
        questions.put("a day in the middle", query("", "", "", middle, middle.plus(Duration.ofDays(1))));
        questions.put(
                "actor, action and day",
                query("colleague7@hotel.example", "", "thing.done7", middle, middle.plus(Duration.ofDays(1))));
        questions.forEach((name, question) ->
                System.out.printf("bench: %-24s %6.2f ms%n", name, millis(log, customer, question, Optional.empty())));
        String deep = AuditPosition.parse(START.plusSeconds(1000).toEpochMilli() * 1000 + "-0")
                .orElseThrow()
                .toString();
        System.out.printf(
                "bench: %-24s %6.2f ms%n",
                "the 20,000th page", millis(log, customer, AuditQuery.all(), Optional.of(deep)));
        long begun = System.nanoTime();
        log.actions(new CustomerId(customer));
        System.out.printf("bench: %-24s %6.2f ms%n", "the actions there are", since(begun));

        int lines = 0;
        begun = System.nanoTime();
        Optional<String> position = Optional.empty();
        do {
            Slice<AuditEntry> chunk = log.search(new CustomerId(customer), AuditQuery.all(), position, 1_000);
            lines += chunk.items().size();
            position = chunk.next();
        } while (position.isPresent());
        System.out.printf("bench: %-24s %6.0f ms for %,d lines%n", "reading all of it", since(begun), lines);
        System.exit(0);
    }

    private static AuditQuery query(
            String actor, String subject, String action, @Nullable Instant from, @Nullable Instant until) {
        return new AuditQuery(actor, subject, action, "", "", from, until);
    }

    private static double millis(AuditLog log, long customer, AuditQuery question, Optional<String> position) {
        log.search(new CustomerId(customer), question, position, 50);
        long begun = System.nanoTime();
        for (int i = 0; i < TRIES; i++) {
            log.search(new CustomerId(customer), question, position, 50);
        }
        return since(begun) / TRIES;
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }

    private static long fill(JdbcClient jdbc) {
        long customer = jdbc.sql("""
                        insert into customer (external_id, name, created_at) values ('CBENCH', 'Bench', now())
                        returning customer_id
                        """).query(Long.class).single();
        long begun = System.nanoTime();
        jdbc.sql("""
                        insert into audit_event (customer_id, at, actor_label, action, subject_type, subject_id, details)
                        select :customer, timestamptz '2026-01-01 00:00:00Z' + n * interval '1 second',
                               case when n % 2 = 0 then 'guest' || n || '@guests.example'
                                    else 'colleague' || n % 40 || '@hotel.example' end,
                               'thing.done' || n % 20, 'thing', n::text,
                               jsonb_build_object('email', 'guest' || n || '@guests.example')
                          from generate_series(1, :lines) n
                        """).param("customer", customer).param("lines", LINES).update();
        System.out.printf("bench: %-24s %6.0f ms%n", "writing the lines", since(begun));
        return customer;
    }
}
