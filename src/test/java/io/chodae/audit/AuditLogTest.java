package io.chodae.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.directory.Customers;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Slice;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.TestClock;
import io.chodae.testing.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ChodaeTest
class AuditLogTest {

    @Autowired
    private AuditLog log;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private ExportAuditLog export;

    @Autowired
    private Customers customers;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @Autowired
    private DataSource database;

    private CustomerId hotel;
    private Instant start;

    @BeforeEach
    void write() {
        clock.reset();
        start = clock.instant();
        hotel = customers.create("Hotel").id();
        CustomerId other = customers.create("Other").id();
        line(hotel, "Sora@hotel.example", "group.created", "group", "7", Map.of("name", "Guests"));
        line(
                hotel,
                "minho@hotel.example · Sync",
                "invitation.canceled",
                "invitation",
                "9",
                Map.of("email", "Kim@guest.example"));
        line(other, "sora@hotel.example", "group.created", "group", "7", Map.of("name", "Guests"));
        clock.advance(Duration.ofDays(1));
        line(hotel, "sora@hotel.example", "group.deleted", "group", "7", Map.of("usersUnclassified", "3"));
        line(hotel, "system", "invitation.expired", "offer", "3", Map.of("count", "2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                    |                   |               |       |   | group.created invitation.canceled group.deleted invitation.expired",
                "SORA@hotel.example  |                   |               |       |   | group.created group.deleted",
                "system              |                   |               |       |   | invitation.expired",
                "minho@hotel.example |                   |               |       |   | invitation.canceled",
                "Minho@hotel.example · sync |            |               |       |   | invitation.canceled",
                "minho@hotel.example · other |           |               |       |   | ``",
                "sync                |                   |               |       |   | ``",
                "sora                |                   |               |       |   | ``",
                "                    | kim@GUEST.example |               |       |   | invitation.canceled",
                "                    | guests            |               |       |   | group.created",
                "                    |                   | group.deleted |       |   | group.deleted",
                "sora@hotel.example  | Guests            | group.created |       |   | group.created",
                "minho@hotel.example | Guests            |               |       |   | ``",
                "                    |                   |               | group | 7 | group.created group.deleted",
                "                    |                   |               | group | 8 | ``",
                "                    | ' or true --      |               |       |   | ``"
            })
    void linesAreFoundByWhoWhatAndOnWhom(
            String actor, String subject, String action, String type, String id, String expected) {
        AuditQuery query = new AuditQuery(text(actor), text(subject), text(action), text(type), text(id), null, null);
        assertThat(String.join(" ", found(query).reversed())).isEqualTo(expected);
    }

    @Test
    void linesAreFoundByTime() {
        Instant nextDay = start.plus(Duration.ofHours(12));
        assertThat(found(new AuditQuery("", "", "", "", "", nextDay, null)))
                .containsExactly("invitation.expired", "group.deleted");
        assertThat(found(new AuditQuery("", "", "", "", "", null, nextDay)))
                .containsExactly("invitation.canceled", "group.created");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrOverlapThoughManyLinesHaveOneTime() {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < 25; i++) {
                trail.record(hotel, Actor.system(), "thing.made", "thing", String.valueOf(i), Map.of("name", "Same"));
            }
        });
        for (AuditQuery query : List.of(
                new AuditQuery("", "", "thing.made", "", "", null, null),
                new AuditQuery("", "same", "", "", "", null, null))) {
            List<String> seen = new ArrayList<>();
            Optional<String> position = Optional.empty();
            do {
                Slice<AuditEntry> slice = log.search(hotel, query, position, 4);
                assertThat(slice.items()).hasSizeLessThanOrEqualTo(4);
                slice.items().forEach(entry -> seen.add(entry.subjectId()));
                position = slice.next();
            } while (position.isPresent());
            assertThat(seen).hasSize(25).startsWith("24", "23").endsWith("0").doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @CsvSource({"nonsense", "1-", "-1-2", "99999999999999999-1", "1-999999999999999999999"})
    void aPositionThatIsNotOursMeansTheBeginning(String position) {
        assertThat(log.search(hotel, AuditQuery.all(), Optional.of(position), 2).items())
                .extracting(AuditEntry::action)
                .containsExactly("invitation.expired", "group.deleted");
    }

    @Test
    void theActionsThatThereAreAreNamedOnce() {
        assertThat(log.actions(hotel))
                .containsExactly("group.created", "group.deleted", "invitation.canceled", "invitation.expired");
        assertThat(log.actions(customers.create("Empty").id())).isEmpty();
    }

    @Test
    void takingTheLogAwayLeavesALineWithWhatWasAskedFor() throws IOException {
        AuditQuery query = new AuditQuery("", "Kim@guest.example", "", "", "", start, null);
        export.begin(hotel, query, "csv", Actor.system());
        List<String> taken = new ArrayList<>();
        export.each(hotel, query, entry -> taken.add(entry.action()));
        assertThat(taken).containsExactly("invitation.canceled");
        AuditEntry own =
                log.search(hotel, AuditQuery.all(), Optional.empty(), 1).items().getFirst();
        assertThat(own.action()).isEqualTo("audit.exported");
        assertThat(own.details())
                .containsEntry("format", "csv")
                .containsEntry("subject", "Kim@guest.example")
                .containsEntry("from", start.toString());
    }

    /** Otherwise a page of a long trail would be a sort of all of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "audit_event_by_time    | true",
                "audit_event_by_actor   | lower(split_part(actor_label, ' · ', 1)) = 'sora@hotel.example'",
                "audit_event_by_action  | action = 'group.created'",
                "audit_event_by_address | lower(details ->> 'email') = 'kim@guest.example'",
                "audit_event_by_name    | lower(details ->> 'name') = 'guests'",
                "audit_event_by_subject | subject_type = 'group' and subject_id = '7'"
            })
    void everyQuestionHasAnIndexThatGivesTheOrderToo(String index, String condition) throws SQLException {
        String plan;
        try (Connection connection = database.getConnection()) {
            plan = planAmongMany(connection.getMetaData().getURL(), condition);
        }
        assertThat(plan).contains("Index Scan using " + index).doesNotContain("Sort");
    }

    /** Of a trail that is long enough for the indexes to differ, and known to the planner; nothing of it is kept. */
    private String planAmongMany(String url, String condition) {
        DataSource owner = TestDatabase.ownerSource(url);
        JdbcClient client = JdbcClient.create(owner);
        return new TransactionTemplate(new DataSourceTransactionManager(owner)).execute(status -> {
            status.setRollbackOnly();
            client.sql("""
                            insert into audit_event (customer_id, at, actor_label, action, subject_type, subject_id, details)
                            select :customer, now() - make_interval(mins => n), 'actor' || n % 400 || '@hotel.example',
                                   'act.number' || n % 400, 'group', (n % 400)::text,
                                   jsonb_build_object('email', 'guest' || n % 400, 'name', 'name' || n % 400)
                            from generate_series(1, 20000) as n""").param("customer", hotel.value()).update();
            client.sql("analyze audit_event").update();
            return String.join(
                    "\n",
                    client.sql("explain select * from audit_event where customer_id = " + hotel.value() + " and "
                                    + condition
                                    + " and (at, audit_id) < (now(), 500000) order by at desc, audit_id desc limit 51")
                            .query((row, number) -> row.getString(1))
                            .list());
        });
    }

    private List<String> found(AuditQuery query) {
        return log.search(hotel, query, Optional.empty(), 50).items().stream()
                .map(AuditEntry::action)
                .toList();
    }

    private void line(
            CustomerId customer, String actor, String action, String type, String id, Map<String, String> details) {
        transaction.executeWithoutResult(
                status -> trail.record(customer, new Actor(null, actor), action, type, id, details));
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }
}
