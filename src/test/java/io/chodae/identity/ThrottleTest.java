package io.chodae.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.CallerAddress;
import io.chodae.shared.Secrets;
import io.chodae.testing.TestClock;
import io.chodae.testing.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class ThrottleTest {

    private static final JdbcClient JDBC = JdbcClient.create(TestDatabase.fresh());
    private static final Secrets SECRETS = new Secrets(new byte[32], new SecureRandom());

    private final TestClock clock = new TestClock();
    private final AttemptCounters counters = new AttemptCounters(JDBC, clock);

    @Test
    void theFirstFiveAreFreeAndThenPausesDoubleUpToAQuarterOfAnHour() {
        Throttle throttle = from("192.0.2.1");
        for (int i = 0; i < 5; i++) {
            assertThat(throttle.count(Counted.SIGN_IN, "doubling")).isEmpty();
        }
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Duration pause = throttle.count(Counted.SIGN_IN, "doubling").orElseThrow();
            pauses.add(pause.toSeconds());
            clock.advance(pause);
            assertThat(throttle.count(Counted.SIGN_IN, "doubling")).isEmpty();
        }
        assertThat(pauses).isSorted().startsWith(5L, 10L, 20L, 40L).endsWith(900L);
    }

    @Test
    void attemptsWithinAPauseDoNotLengthenIt() {
        Throttle throttle = from("192.0.2.2");
        drain(throttle, "impatient");
        Duration pause = throttle.count(Counted.SIGN_IN, "impatient").orElseThrow();
        for (int i = 0; i < 50; i++) {
            throttle.count(Counted.SIGN_IN, "impatient");
        }
        clock.advance(pause);
        assertThat(throttle.count(Counted.SIGN_IN, "impatient")).isEmpty();
    }

    @Test
    void timeForgives() {
        Throttle throttle = from("192.0.2.3");
        drain(throttle, "patient");
        clock.advance(Duration.ofMinutes(150));
        for (int i = 0; i < 5; i++) {
            assertThat(throttle.count(Counted.SIGN_IN, "patient")).isEmpty();
        }
        assertThat(throttle.count(Counted.SIGN_IN, "patient")).isPresent();
    }

    @Test
    void aStrangerDoesNotHoldTheOwnerUpElsewhere() {
        drain(from("192.0.2.4"), "owner");
        assertThat(from("192.0.2.4").count(Counted.SIGN_IN, "owner")).isPresent();
        assertThat(from("198.51.100.4").count(Counted.SIGN_IN, "owner")).isEmpty();
    }

    @Test
    void manyCallersAtOneAccountAreSlowedTogether() {
        for (int i = 0; i < 20; i++) {
            assertThat(from("203.0.113." + i).count(Counted.SIGN_IN, "besieged"))
                    .isEmpty();
        }
        assertThat(from("203.0.113.200").count(Counted.SIGN_IN, "besieged")).isPresent();
    }

    @Test
    void oneCallerAtManyAccountsIsSlowedForAMinuteAtMost() {
        Throttle throttle = from("192.0.2.5");
        for (int i = 0; i < 60; i++) {
            assertThat(throttle.count(Counted.SIGN_IN, "sprayed" + i)).isEmpty();
        }
        assertThat(throttle.count(Counted.SIGN_IN, "sprayed60").orElseThrow())
                .isLessThanOrEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void addressesOfOneIpv6NetworkCountAsOneCaller() {
        for (int i = 0; i < 60; i++) {
            from("2001:db8:1:2::" + Integer.toHexString(i + 1)).count(Counted.SIGN_IN, "six" + i);
        }
        assertThat(from("2001:db8:1:2:ffff::1").count(Counted.SIGN_IN, "six-same"))
                .isPresent();
        assertThat(from("2001:db8:1:3::1").count(Counted.SIGN_IN, "six-other")).isEmpty();
    }

    @Test
    void theRightPasswordStartsTheCountAnew() {
        Throttle throttle = from("192.0.2.6");
        for (int round = 0; round < 10; round++) {
            for (int i = 0; i < 4; i++) {
                assertThat(throttle.count(Counted.SIGN_IN, "clumsy"))
                        .as("round %d", round)
                        .isEmpty();
            }
            throttle.forgive(Counted.SIGN_IN, "clumsy");
            clock.advance(Duration.ofMinutes(30));
        }
    }

    @Test
    void aHundredAtOnceCountAsAHundred() throws Exception {
        Throttle throttle = from("192.0.2.7");
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            long let = threads
                    .invokeAll(IntStream.range(0, 100)
                            .mapToObj(i -> (java.util.concurrent.Callable<Boolean>) () ->
                                    throttle.count(Counted.SIGN_IN, "raced").isEmpty())
                            .toList())
                    .stream()
                    .filter(java.util.concurrent.Future::resultNow)
                    .count();
            assertThat(let).isEqualTo(5);
        }
    }

    @Test
    void theTableNamesNeitherPeopleNorNetworks() {
        from("192.0.2.77").count(Counted.FORGOT, "someone@people.example");
        assertThat(JDBC.sql("select counter_key from attempt_counter")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allMatch(key -> key.matches("[0-9a-f]{64}"));
    }

    private static void drain(Throttle throttle, String subject) {
        for (int i = 0; i < 5; i++) {
            assertThat(throttle.count(Counted.SIGN_IN, subject)).isEmpty();
        }
    }

    private Throttle from(String address) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("caller", (CallerAddress) () -> Optional.of(address));
        return new Throttle(counters, SECRETS, beans.getBeanProvider(CallerAddress.class));
    }
}
