package io.chodae.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.chodae.shared.Secrets;
import io.chodae.testing.TestClock;
import io.chodae.testing.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a node has in hand stays its own while it lives, and is nobody else's in between. */
class LeasesTest {

    private static final Duration NEARLY = PostOffice.LEASES.length().minusSeconds(1);

    private final TestClock clock = new TestClock();
    private final UnderWay underWay = new UnderWay();
    private PostOffice office;
    private Leases leases;

    @BeforeEach
    void claimed() {
        office = new PostOffice(clock, 1);
        leases = new Leases(office.store, underWay, PostOffice.LEASES, clock);
        office.enqueue(1, 3);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void renewedMailsAreNotTakenOverHoweverLongTheyTake() {
        List<Claimed> mine = claim();
        for (int i = 0; i < 5; i++) {
            clock.advance(NEARLY);
            leases.renew();
            assertThat(office.claim(10)).isEmpty();
        }
        assertThat(mine).hasSize(3).allMatch(leases::maySend);
    }

    @Test
    void whoDidNotRenewInTimeSendsNothingMore() {
        List<Claimed> mine = claim();
        clock.advance(NEARLY);
        assertThat(mine).noneMatch(leases::maySend);
        clock.advance(Duration.ofSeconds(1));
        assertThat(office.claim(2)).hasSize(2);
        leases.renew();
        assertThat(mine).filteredOn(leases::maySend).hasSize(1);
    }

    @Test
    void aDatabaseThatIsAwayKeepsNothingAlive() {
        List<Claimed> mine = claim();
        MailStore away = store(broken(), PostOffice.LEASES);
        Leases cut = new Leases(away, underWay, PostOffice.LEASES, clock);
        clock.advance(NEARLY);
        assertThatThrownBy(cut::renew).isInstanceOf(RuntimeException.class);
        assertThat(mine).noneMatch(cut::maySend);
        assertThat(cut.mayTakeOver()).isFalse();
        clock.advance(PostOffice.LEASES.length());
        assertThat(cut.mayTakeOver()).isTrue();
    }

    @Test
    void rightAfterARestartOfTheDatabaseNobodyTakesOver() {
        claim();
        clock.advance(PostOffice.LEASES.length());
        MailStore young = store(office.jdbc, new LeaseTimes(PostOffice.LEASES.length(), Duration.ofDays(30)));
        assertThat(young.claim(Lane.PROMPT, 10, true, clock.instant().plusSeconds(30)))
                .isEmpty();
        assertThat(new StuckMails(office.jdbc, clock, new LeaseTimes(Duration.ofDays(30))).freeDeadLeases())
                .isZero();
        assertThat(office.claim(10)).hasSize(3);
    }

    private List<Claimed> claim() {
        List<Claimed> claimed = office.claim(10);
        underWay.add(claimed, clock.instant().plus(PostOffice.LEASES.length()));
        return claimed;
    }

    private MailStore store(JdbcClient jdbc, LeaseTimes times) {
        return new MailStore(
                jdbc,
                clock,
                new Secrets(new byte[32], new SecureRandom()),
                PostOffice.SETTINGS,
                times,
                new PostOffice.NobodyIsClosed());
    }

    private static JdbcClient broken() {
        HikariDataSource closed = new HikariDataSource();
        closed.setJdbcUrl(TestDatabase.freshUrl());
        closed.close();
        return JdbcClient.create(closed);
    }
}
