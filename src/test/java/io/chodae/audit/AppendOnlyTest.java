package io.chodae.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chodae.shared.CustomerId;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.TestDatabase;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the running server itself cannot do to what it wrote down. */
@ChodaeTest
class AppendOnlyTest {

    private static final String NO_PRIVILEGE = "42501";
    private static final String REFUSED_BY_TRIGGER = "23001";

    @Autowired
    private JdbcClient application;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private TransactionTemplate transaction;

    @Value("${spring.datasource.url}")
    private String url;

    @BeforeEach
    void write() {
        transaction.executeWithoutResult(status ->
                audit.record(CustomerId.HOUSE, Actor.system(), "test.written", "test", "append-only", Map.of()));
    }

    @Test
    void theServerWorksAsARoleThatAddsAndReads() {
        assertThat(application.sql("select current_user").query(String.class).single())
                .isEqualTo(TestDatabase.username())
                .isNotEqualTo(TestDatabase.owner());
        assertThat(rows()).isPositive();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/audit/forbidden.csv", numLinesToSkip = 1, maxCharsPerColumn = 200)
    void theApplicationLacksTheRight(String statement) {
        assertThatThrownBy(() -> application.sql(statement).update())
                .satisfies(failure -> assertThat(state(failure)).isEqualTo(NO_PRIVILEGE));
        assertThat(rows()).isPositive();
    }

    /** PostgreSQL answers this with a warning alone, where there is nothing that could be handed on. */
    @Test
    void theApplicationCannotGiveItselfTheRight() {
        application
                .sql("grant update, delete, truncate on audit_event to chodae_app")
                .update();
        assertThat(application
                        .sql("select has_table_privilege('audit_event', 'update, delete, truncate')")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set actor_label = 'nobody'",
                "update audit_event set actor_label = 'nobody' where false",
                "delete from audit_event",
                "truncate audit_event",
                "truncate customer cascade"
            })
    void theOwnerIsHeldByTheTrigger(String statement) {
        assertThatThrownBy(() -> TestDatabase.owner(url).sql(statement).update())
                .satisfies(failure -> assertThat(state(failure)).isEqualTo(REFUSED_BY_TRIGGER));
        assertThat(rows()).isPositive();
    }

    private int rows() {
        return application
                .sql("select count(*) from audit_event where subject_id = 'append-only' and actor_label = 'system'")
                .query(Integer.class)
                .single();
    }

    private static String state(Throwable failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException sql
                ? String.valueOf(sql.getSQLState())
                : failure.toString();
    }
}
