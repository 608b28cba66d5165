package io.chodae.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the relay refuses, for now or for good, and when it is away. */
class RelayFaultsTest extends RelayedMails {

    @ParameterizedTest
    @CsvSource({
        "RCPT, 450 4.2.1 mailbox busy",
        "RCPT, 451 4.3.0 try later",
        "RCPT, 452 4.5.3 too many",
        "RCPT, 421 4.3.2 closing",
        "DATA, 451 4.3.0 not now",
        "DOT, 452 4.3.1 disk full",
        "DOT, 421 4.3.2 shutting down",
    })
    void aRefusalForNowIsTriedAgainWithTheSameMessageId(String command, String answer) {
        relay.answer(command, answer);
        office.enqueue(1, 1);
        MailPump pump = office.pump(1);
        pump.runDue();

        Delivery deferred = office.delivery(1);
        assertThat(deferred.state()).isEqualTo(DeliveryState.DEFERRED);
        assertThat(deferred.attempts()).isEqualTo(1);
        assertThat(deferred.lastReply()).isEqualTo(answer);
        assertThat(deferred.nextAttemptAt())
                .isBetween(TestClock.START.plusSeconds(60), TestClock.START.plusSeconds(72));
        assertThat(relay.received()).isEmpty();

        clock.advance(Duration.ofSeconds(73));
        pump.runDue();
        assertThat(office.delivery(1).state()).isEqualTo(DeliveryState.SENT);
        assertThat(office.delivery(1).attempts()).isEqualTo(2);
        assertThat(relay.received()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 550 5.7.1 sender not welcome",
        "RCPT, 550 no such user here",
        "RCPT, 550 5.1.8 the sender's domain is unknown",
        "RCPT, 550 5.7.1 not from you",
        "DATA, 550 5.1.1 about nobody in particular",
        "RCPT, 552 5.2.2 mailbox full",
        "DATA, 554 5.5.1 no",
        "DOT, 554 5.7.1 looks like spam",
    })
    void aRefusalForGoodFailsWithTheServersWords(String command, String answer) {
        relay.answer(command, answer);
        office.enqueue(1, 2);
        office.pump(1).runDue();

        assertThat(List.of(office.delivery(1), office.delivery(2)))
                .extracting(Delivery::state)
                .containsExactlyInAnyOrder(DeliveryState.FAILED, DeliveryState.SENT);
        Delivery failed = Stream.of(office.delivery(1), office.delivery(2))
                .filter(delivery -> delivery.state() == DeliveryState.FAILED)
                .findFirst()
                .orElseThrow();
        assertThat(failed.lastReply()).isEqualTo(answer);
        assertThat(failed.nextAttemptAt()).isNull();
        // the session is none the worse for it
        assertThat(relay.connections()).isEqualTo(1);
    }

    @Test
    void longAndManyLinedRepliesAreKeptAsOneShortLine() {
        relay.answer("RCPT", "550-first\r\n550-second\tline\r\n550 " + "길".repeat(400));
        office.enqueue(1, 1);
        office.pump(1).runDue();
        assertThat(office.delivery(1).lastReply())
                .startsWith("550-first 550-second line 550 ")
                .doesNotContain("\n")
                .hasSizeLessThanOrEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RCPT", "DATA", "CONTENT"})
    void aConnectionThatBreaksUnderAMailIsTriedAgain(String command) {
        relay.answer(command, ScriptedRelay.DROP);
        office.enqueue(1, 1);
        MailPump pump = office.pump(1);
        pump.runDue();
        assertThat(office.delivery(1).state()).isEqualTo(DeliveryState.DEFERRED);
        assertThat(office.delivery(1).attempts()).isEqualTo(1);
        assertThat(office.delivery(1).lastReply()).contains("No answer: ");

        clock.advance(Duration.ofMinutes(2));
        pump.runDue();
        assertThat(office.delivery(1).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void afterTheFinalDotTheOutcomeOfABrokenConnectionIsUnknown() {
        relay.answer("DOT", ScriptedRelay.DROP);
        office.enqueue(1, 1);
        MailPump pump = office.pump(1);
        pump.runDue();
        assertThat(office.delivery(1).state()).isEqualTo(DeliveryState.DEFERRED);
        assertThat(office.delivery(1).lastReply()).startsWith("Whether the relay took it is unknown");

        clock.advance(Duration.ofMinutes(2));
        pump.runDue();
        assertThat(office.delivery(1).state()).isEqualTo(DeliveryState.SENT);
        // twice by the relay's count, and the same mail by its id and to the last byte
        assertThat(relay.received()).hasSize(2);
        assertThat(relay.received().get(0).messageId())
                .isEqualTo(relay.received().get(1).messageId());
        assertThat(relay.received().get(0).content())
                .isEqualTo(relay.received().get(1).content());
    }

    @Test
    void aRelayThatClosesKeptSessionsCostsNoAttempt() {
        relay.mailsPerConnection(3);
        office.enqueue(1, 10);
        office.pump(1).runDue();
        assertThat(relay.received()).hasSize(10);
        assertThat(relay.connections()).isEqualTo(4);
        assertThat(IntStream.rangeClosed(1, 10).mapToObj(office::delivery))
                .extracting(Delivery::attempts)
                .containsOnly(1);
    }

    @Test
    void aRelayThatIsAwayCostsNoMailAnAttempt() throws Exception {
        relay.goAway();
        office.enqueue(1, 300);
        MailPump pump = office.pump(4);
        pump.runDue();
        assertThat(office.counts()).isEqualTo(new DeliveryCounts(300, 0, 0, 0, 0, 0, 0, 0));
        assertThat(pump.fault()).isNotNull();
        assertThat(new MailHealth(pump, office.store, office.meters)
                        .health()
                        .getStatus()
                        .getCode())
                .isEqualTo("RELAY_AWAY");
        assertThat(office.meters.get("chodae.mail.relay.away").gauge().value()).isEqualTo(1);

        // while it is known to be away nothing is claimed at all
        pump.runDue();
        assertThat(IntStream.rangeClosed(1, 300).mapToObj(office::delivery))
                .extracting(Delivery::attempts)
                .containsOnly(0);

        relay.comeBack();
        clock.advance(Duration.ofMinutes(1));
        pump.runDue();
        assertThat(office.counts()).isEqualTo(new DeliveryCounts(0, 300, 0, 0, 0, 0, 0, 0));
        assertThat(IntStream.rangeClosed(1, 300).mapToObj(office::delivery))
                .extracting(Delivery::attempts)
                .containsOnly(1);
        assertThat(pump.fault()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 421 too busy",
        "GREETING, 554 no service",
        "MAIL, 530 5.7.0 authentication required",
        "MAIL, 451 4.7.1 slow down",
        "MAIL, 421 4.3.2 closing",
    })
    void whatTheRelaySaysOfItselfCostsNoMailAnAttempt(String command, String answer) {
        relay.answer(command, answer, answer);
        office.enqueue(1, 5);
        MailPump pump = office.pump(1);
        pump.runDue();
        assertThat(office.counts().queued()).isEqualTo(5);
        assertThat(office.delivery(1).attempts()).isZero();
        assertThat(pump.fault()).isNotNull();
    }

    @Test
    void aRelayThatWantsFewerSessionsIsServedByFewer() {
        relay.mostConnections(2);
        office.enqueue(1, 1);
        MailPump pump = office.pump(6);
        pump.runDue();
        office.enqueue(2, 400);
        pump.runDue();
        assertThat(office.counts().sent()).isEqualTo(400);
        assertThat(IntStream.rangeClosed(1, 400).mapToObj(office::delivery))
                .extracting(Delivery::attempts)
                .containsOnly(1);
        assertThat(pump.fault()).isNull();
    }

    @Test
    void oneMailAtATimeProbesWhetherTheRelayIsBack() {
        String[] busy = IntStream.range(0, 3).mapToObj(i -> "421 busy").toArray(String[]::new);
        relay.answer("GREETING", busy);
        office.enqueue(1, 100);
        MailPump pump = office.pump(1);
        pump.runDue();
        assertThat(relay.connections()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(3));
        pump.runDue();
        clock.advance(Duration.ofSeconds(5));
        pump.runDue();
        assertThat(relay.connections()).isEqualTo(3);
        clock.advance(Duration.ofSeconds(9));
        pump.runDue();
        assertThat(relay.received()).hasSize(100);
    }

    @Test
    void pausesGrowAndEndAfterTwoDays() {
        relay.answer("RCPT", IntStream.range(0, 100).mapToObj(i -> "450 busy").toArray(String[]::new));
        office.enqueue(1, 1);
        MailPump pump = office.pump(1);
        pump.runDue();
        Duration before = Duration.ZERO;
        int attempts = 1;
        while (office.delivery(1).state() == DeliveryState.DEFERRED) {
            Instant next = Objects.requireNonNull(office.delivery(1).nextAttemptAt());
            Duration pause = Duration.between(clock.instant(), next);
            assertThat(pause).isGreaterThan(attempts < 7 ? before : Duration.ofHours(7));
            before = pause;
            clock.set(next);
            pump.runDue();
            attempts++;
        }
        assertThat(office.delivery(1).state()).isEqualTo(DeliveryState.FAILED);
        assertThat(office.delivery(1).lastReply()).isEqualTo("Given up after two days: 450 busy");
        assertThat(clock.instant())
                .isBetween(TestClock.START.plus(Duration.ofHours(38)), TestClock.START.plus(Duration.ofDays(2)));
        assertThat(attempts).isBetween(8, 12);
    }
}
