package io.chodae.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThroughputTest extends RelayedMails {

    @Test
    void anHourHasItsLimitOverNodesAndRestarts() {
        office.enqueue(1, 100);
        office.pump(new Throughput(2, 0, 30)).runDue();
        // a tenth is kept for mails that somebody waits for
        assertThat(office.counts().sent()).isEqualTo(27);

        office.pump(new Throughput(2, 0, 30)).runDue();
        assertThat(office.counts().sent()).isEqualTo(27);
        office.enqueue(201, 201);
        office.pump(new Throughput(2, 0, 30)).runDue();
        assertThat(relay.received()).extracting(ScriptedRelay.Received::to).contains("person201@example.com");

        clock.advance(Duration.ofMinutes(59));
        office.pump(new Throughput(2, 0, 30)).runDue();
        assertThat(relay.received()).hasSize(28);
        clock.advance(Duration.ofMinutes(2));
        office.pump(new Throughput(2, 0, 30)).runDue();
        assertThat(relay.received()).hasSize(28 + 27);
    }

    @Test
    void whatWasNotHandedOverDoesNotCount() {
        office.enqueue(List.of(PostOffice.request(1, "gone1@example.com"), PostOffice.request(2, "gone2@example.com")));
        MailPump pump = office.pump(new Throughput(1, 0, 2));
        pump.runDue();
        office.enqueue(3, 4);
        pump.runDue();
        assertThat(relay.received()).hasSize(2);
    }

    @Test
    void mailsASecondAreSpreadOverAllSessions() {
        office.enqueue(1, 12);
        MailPump pump = office.pump(new Throughput(4, 20, 0));
        long start = System.nanoTime();
        pump.runDue();
        assertThat(relay.received()).hasSize(12);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(540));
    }

    @Test
    void sessionsBecomeFewerWhenTheRelayWantsSoAndGrowAgainSlowly() {
        relay.mostConnections(2);
        office.enqueue(1, 1);
        MailPump pump = office.pump(6);
        pump.runDue();
        office.enqueue(2, 200);
        pump.runDue();
        assertThat(pump.sessionsAllowed()).isBetween(1, 2);
        int connections = relay.connections();

        relay.mostConnections(Integer.MAX_VALUE);
        office.enqueue(201, 300);
        pump.runDue();
        assertThat(relay.connections()).isEqualTo(connections);
        for (int round = 0; round < 12; round++) {
            clock.advance(Duration.ofMinutes(11));
            office.enqueue(1_000 + round, 1_000 + round);
            pump.runDue();
        }
        assertThat(pump.sessionsAllowed()).isEqualTo(6);
    }

    @Test
    void aSessionThatIsClosedUnderAMailIsOneTooMany() {
        relay.answer("DOT", "421 4.7.0 too many messages");
        office.enqueue(1, 1);
        MailPump pump = office.pump(3);
        pump.runDue();
        assertThat(office.delivery(1).state()).isEqualTo(DeliveryState.DEFERRED);
        assertThat(pump.sessionsAllowed()).isEqualTo(2);
    }

    @Test
    void oneMoreThatWasOneTooManyIsTriedLaterEachTime() throws InterruptedException {
        SessionLimit limit = new SessionLimit(4, clock);
        assertThat(limit.enter()).isTrue();
        assertThat(limit.shrinkTo(1)).isTrue();
        clock.advance(Duration.ofSeconds(30));
        limit.served();
        assertThat(limit.allowed()).isEqualTo(2);
        limit.shrinkTo(1);
        clock.advance(Duration.ofSeconds(30));
        limit.served();
        assertThat(limit.allowed()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(30));
        limit.served();
        assertThat(limit.allowed()).isEqualTo(2);
    }
}
