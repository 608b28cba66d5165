package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.campaign.GatedRelay.Taken;
import io.chodae.campaign.Publishers.Publisher;
import io.chodae.proof.ServerProcess;
import io.chodae.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Two nodes in processes of their own, killed by SIGKILL again and again while they write and send a campaign, and a
 * database that crashes under them: everybody gets the mail, and none but those in flight at a kill gets it twice.
 */
@CampaignTest
@TestPropertySource(
        properties = {
            "chodae.mail.delivery=false",
            // a setting of its own makes the database its own: the nodes take on whatever is due in it
            "test.nodes=two"
        })
class KilledNodesTest {

    private static final int KILLS = 10;
    private static final int CRASHES = 3;

    @TempDir
    private Path directory;

    @Autowired
    private Publishers publishers;

    @Autowired
    private Forms forms;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource database;

    private final Deque<Node> nodes = new ArrayDeque<>();
    /** At how many kills a person's mail was in flight. */
    private final Map<String, Integer> inFlight = new HashMap<>();

    private GatedRelay relay;
    private Publisher hotel;
    private int started;

    private record Node(String name, ServerProcess process) {}

    @BeforeEach
    void begin() {
        hotel = publishers.full("한빛호텔");
        relay = new GatedRelay();
    }

    @AfterEach
    void end() {
        nodes.forEach(node -> node.process().kill());
        relay.close();
        // where a test failed halfway, the next one's nodes would go on with it
        jdbc.sql("delete from scheduled_tasks").update();
        jdbc.sql("update mail set state = 'failed' where state <> 'sent'").update();
    }

    @Test
    void killedInTheMiddleOfSendingEverybodyGetsTheMail() {
        int people = 1_000;
        long campaign = campaign(people);
        start();
        start();
        for (int kill = 1; kill <= KILLS; kill++) {
            relay.openFor(kill * people / (KILLS + 2));
            await("mails in flight", relay::isWaiting);
            kill(nodes.getFirst());
        }
        endsWell(campaign, people);
    }

    @Test
    void killedInTheMiddleOfWritingEverybodyIsInvitedOnce() throws SQLException {
        int people = 40_000;
        relay.openFor(Integer.MAX_VALUE);
        start();
        start();
        long campaign = campaign(people);
        for (int kill = 1; kill <= KILLS; kill++) {
            int more = written(campaign) + 1;
            await("more written", () -> written(campaign) >= more);
            try (Connection blocking = database.getConnection()) {
                blocking.setAutoCommit(false);
                blocking.createStatement().execute("lock table invitation in share row exclusive mode");
                String writer = await("a writer in the middle of a chunk", this::blocked);
                kill(nodes.stream()
                        .filter(node -> node.name().equals(writer))
                        .findFirst()
                        .orElseThrow());
                blocking.rollback();
            }
        }
        assertThat(written(campaign)).isLessThan(people);
        endsWell(campaign, people);
    }

    @Test
    void aDatabaseThatCrashesInTheMiddleCostsNobodyAMailAndDoublesNone() {
        int people = 20_000;
        start();
        start();
        long campaign = campaign(people);
        await("the middle of writing", () -> written(campaign) > 0);
        crash();
        await("something left to write", () -> written(campaign) < people);
        for (int crash = 1; crash <= CRASHES; crash++) {
            relay.openFor(crash * 2_000);
            await("mails in flight", relay::isWaiting);
            crash();
        }
        endsWell(campaign, people);
    }

    private long campaign(int people) {
        Draft draft = forms.preview(forms.openWithFile(hotel, Forms.csv(directory, people)));
        return forms.start(hotel, draft);
    }

    private void endsWell(long campaign, int people) {
        relay.openFor(Integer.MAX_VALUE);
        await(
                "the end",
                () -> jdbc.sql("""
                        select (select state = 'WRITTEN' from campaign
                                where customer_id = :customer and campaign_id = :campaign)
                           and (select count(*) from mail where customer_id = :customer and state = 'sent') = :people""")
                        .param("customer", hotel.customer().value())
                        .param("campaign", campaign)
                        .param("people", people)
                        .query(Boolean.class)
                        .single());
        Map<String, List<Taken>> byPerson = relay.taken().stream().collect(Collectors.groupingBy(Taken::to));
        assertThat(byPerson).hasSize(people);
        assertThat(byPerson.values())
                .allSatisfy(mails -> assertThat(mails)
                        .extracting(Taken::messageId)
                        .containsOnly(mails.getFirst().messageId()));
        Map<String, Integer> tooMany = new TreeMap<>();
        byPerson.forEach((to, mails) -> {
            if (mails.size() > 1 + inFlight.getOrDefault(to, 0)) {
                tooMany.put(to, mails.size());
            }
        });
        assertThat(tooMany).isEmpty();
        assertThat(jdbc.sql("select count(*) from invitation where customer_id = :customer")
                        .param("customer", hotel.customer().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(people);
    }

    /** Another one takes its place. What the relay has, and the database does not know of, may come again. */
    private void kill(Node node) {
        node.process().kill();
        nodes.remove(node);
        Set<String> seen = new HashSet<>(relay.waiting());
        relay.taken().forEach(mail -> seen.add(mail.to()));
        seen.removeAll(jdbc.sql("select to_email from mail where customer_id = :customer and state = 'sent'")
                .param("customer", hotel.customer().value())
                .query((rs, row) -> rs.getString(1))
                .list());
        seen.forEach(to -> inFlight.merge(to, 1, Integer::sum));
        start();
    }

    /** As if one of PostgreSQL's processes had been shot: it ends all connections and recovers from its log. */
    private void crash() {
        long backend = jdbc.sql("""
                        select pid from pg_stat_activity
                        where datname = current_database() and application_name like 'node-%' limit 1""").query(Long.class).single();
        ProcessHandle.of(backend).orElseThrow().destroyForcibly();
        await(
                "the end of that connection",
                () -> !ProcessHandle.of(backend).map(ProcessHandle::isAlive).orElse(false));
    }

    private void start() {
        String name = "node-" + ++started;
        nodes.addLast(new Node(name, ServerProcess.start(program(), settings(name))));
    }

    private static List<String> program() {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String own = Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(classes)
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        // they live for seconds
        return List.of("-Xmx192m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", own, "io.chodae.Chodae");
    }

    private List<String> settings(String name) {
        try (Connection connection = database.getConnection()) {
            List<String> settings = new ArrayList<>();
            settings.add("--spring.datasource.url=" + connection.getMetaData().getURL());
            settings.add("--spring.datasource.username=" + TestDatabase.username());
            settings.add("--spring.datasource.password=" + TestDatabase.password());
            settings.add("--spring.flyway.user=" + TestDatabase.owner());
            settings.add("--spring.flyway.password=" + TestDatabase.password());
            settings.add("--spring.datasource.hikari.maximum-pool-size=4");
            settings.add("--spring.datasource.hikari.data-source-properties.ApplicationName=" + name);
            // as in production; the other tests' commits need not survive a crash
            settings.add("--spring.datasource.hikari.data-source-properties.options=-c synchronous_commit=on");
            settings.add("--spring.main.lazy-initialization=true");
            settings.add("--spring.mail.host=127.0.0.1");
            settings.add("--spring.mail.port=" + relay.port());
            settings.add("--chodae.mail.from=no-reply@chodae.example");
            settings.add("--chodae.mail.sessions=4");
            settings.add("--chodae.mail.lease=3s");
            settings.add("--chodae.timers.heartbeat=300ms");
            settings.add("--chodae.public-url=https://chodae.example");
            settings.add("--chodae.data-dir=" + Files.createDirectories(directory.resolve("data")));
            return settings;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private int written(long campaign) {
        return jdbc.sql("select written from campaign where customer_id = :customer and campaign_id = :campaign")
                .param("customer", hotel.customer().value())
                .param("campaign", campaign)
                .query(Integer.class)
                .single();
    }

    /** Name of the living node that waits for a lock; empty where none does. A killed one's connection may wait on. */
    private String blocked() {
        return jdbc.sql("""
                        select application_name from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'
                          and application_name like 'node-%'""").query((rs, row) -> rs.getString(1)).list().stream()
                .filter(name -> nodes.stream().anyMatch(node -> node.name().equals(name)))
                .findFirst()
                .orElse("");
    }

    private <T> T await(String what, Callable<T> found) {
        return Awaitility.await(what)
                .atMost(Duration.ofMinutes(3))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .ignoreExceptions()
                .until(found, value -> !value.equals(false) && !value.equals(""));
    }
}
