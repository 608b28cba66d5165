package io.chodae.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.shared.Secrets;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.TestClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

@ChodaeTest
class ServerStartsTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    TestClock testClock;

    @Autowired
    Secrets secrets;

    @Test
    void itsDatabaseIsAPostgreSqlThatAnswers() {
        assertThat(jdbc.sql("show server_version").query(String.class).single()).startsWith("18");
    }

    @Test
    void itsClockIsTheOneThatTestsTurn() {
        testClock.reset();
        testClock.advance(Duration.ofDays(3));
        assertThat(clock.instant()).isEqualTo(TestClock.START.plus(Duration.ofDays(3)));
    }

    @Test
    void itRunsWithTheSettingsOfTests(
            @Value("${chodae.demo}") boolean demo, @Value("${chodae.data-dir}") Path directory) {
        assertThat(demo).isFalse();
        assertThat(directory).isDirectory().hasParent(Path.of("target", "test-data"));
    }

    @Test
    void itHasAMasterKey() {
        assertThat(secrets.token("invitation", 1, 2)).isEqualTo(secrets.token("invitation", 1, 2));
    }
}
