package io.chodae.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.shared.CustomerId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BatchControlTest extends RelayedMails {

    private static final MailBatch OTHERS = new MailBatch(new CustomerId(4711), PostOffice.KIND, 7);

    @Test
    void aHoldCountsFromItsCommitOnAndTheStatesFollow() {
        office.enqueue(1, 2_500);
        office.hold();
        office.pump(4).runDue();
        assertThat(relay.received()).isEmpty();

        assertThat(office.batches.settle(PostOffice.BATCH)).isEqualTo(2_500);
        assertThat(office.counts()).isEqualTo(new DeliveryCounts(0, 0, 0, 0, 0, 2_500, 0, 0));
        assertThat(office.delivery(1).state()).isEqualTo(DeliveryState.HELD);

        office.release();
        office.batches.settle(PostOffice.BATCH);
        office.pump(4).runDue();
        assertThat(relay.received()).hasSize(2_500);
        assertThat(office.counts().sent()).isEqualTo(2_500);
    }

    @Test
    void whatIsEnqueuedAfterwardsIsHeldTooAndOtherBatchesAreNot() {
        office.hold();
        office.hold();
        office.enqueue(1, 30);
        office.transactions.executeWithoutResult(status -> office.outbox.enqueue(List.of(new MailRequest(
                PostOffice.CUSTOMER,
                PostOffice.KIND,
                8,
                99,
                1,
                PostOffice.request(99, "other@example.com").to(),
                "다른 사람",
                io.chodae.shared.Language.KO))));
        // another node, and another life: nothing of a hold is in memory
        office.pump(2).runDue();
        assertThat(office.counts().held()).isEqualTo(30);
        assertThat(relay.received()).extracting(ScriptedRelay.Received::to).containsExactly("other@example.com");
    }

    @Test
    void aMailUnderWayEndsAsItEnds() {
        office.enqueue(1, 3);
        List<Claimed> claimed = office.claim(10);
        office.hold();
        office.batches.settle(PostOffice.BATCH);
        assertThat(office.batches.underWay(PostOffice.BATCH, clock.instant())).isTrue();

        office.store.write(java.util.Map.of(
                claimed.get(0), new Outcome.Sent("250 ok"),
                claimed.get(1), new Outcome.Deferred("450 later"),
                claimed.get(2), new Outcome.Failed("550 no")));

        assertThat(office.counts()).isEqualTo(new DeliveryCounts(0, 1, 0, 1, 0, 1, 0, 0));
        assertThat(office.batches.underWay(PostOffice.BATCH, clock.instant())).isFalse();
        office.release();
        office.batches.settle(PostOffice.BATCH);
        assertThat(office.counts().deferred()).isEqualTo(1);
    }

    @Test
    void whatHasNotGoneOutIsDroppedAndSaysWhy() {
        relay.answer("RCPT", "550 no such user", "450 later");
        office.enqueue(1, 2);
        office.pump(1).runDue();
        office.enqueue(3, 4);
        office.hold();
        var until = clock.instant();
        clock.advance(Duration.ofSeconds(1));
        office.enqueue(5, 5);

        assertThat(drop(PostOffice.BATCH, until))
                .extracting(MailSubject::id)
                .hasSize(3)
                .contains(3L, 4L);
        assertThat(drop(PostOffice.BATCH, until)).isEmpty();

        assertThat(office.counts()).isEqualTo(new DeliveryCounts(0, 0, 0, 1, 3, 1, 0, 0));
        assertThat(office.delivery(3).lastReply()).isEqualTo("the sending was cancelled");
        assertThat(office.delivery(5).state()).isEqualTo(DeliveryState.HELD);
    }

    @Test
    void whatFailedIsTriedAgainWithTheSameMessageIdAndAttemptsThatStartAnew() {
        relay.answer("DOT", "554 5.7.1 looks like spam");
        office.enqueue(1, 2);
        MailPump pump = office.pump(1);
        pump.runDue();
        assertThat(office.counts().failed()).isEqualTo(1);
        long failed = office.delivery(1).state() == DeliveryState.FAILED ? 1 : 2;
        clock.advance(Duration.ofDays(3));
        relay.answer("RCPT", "450 not yet");

        assertThat(office.batches.retryFailed(PostOffice.BATCH)).isEqualTo(1);
        assertThat(office.batches.retryFailed(PostOffice.BATCH)).isZero();
        pump.runDue();

        // three days old, and not given up: the days of trying count from the retry
        assertThat(office.delivery(failed).state()).isEqualTo(DeliveryState.DEFERRED);
        assertThat(office.delivery(failed).attempts()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(2));
        pump.runDue();
        assertThat(office.delivery(failed).state()).isEqualTo(DeliveryState.SENT);
        assertThat(relay.received())
                .extracting(ScriptedRelay.Received::messageId)
                .doesNotHaveDuplicates();
        assertThat(relay.received().getLast().content()).contains("https://chodae.example/i/" + failed);
    }

    @Test
    void aRetryInAHeldBatchWaitsForItsRelease() {
        relay.answer("RCPT", "550 no such user");
        office.enqueue(1, 1);
        MailPump pump = office.pump(1);
        pump.runDue();
        office.hold();
        clock.advance(Duration.ofSeconds(1));

        assertThat(office.batches.retryFailed(PostOffice.BATCH)).isEqualTo(1);

        assertThat(office.delivery(1).state()).isEqualTo(DeliveryState.HELD);
        office.release();
        office.batches.settle(PostOffice.BATCH);
        pump.runDue();
        assertThat(office.delivery(1).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void anotherCustomersBatchOfTheSameNumberIsNotTouched() {
        relay.answer("RCPT", "550 no such user");
        office.enqueue(1, 2);
        office.pump(1).runDue();
        office.hold();
        office.enqueue(3, 3);

        office.batches.settle(OTHERS);
        office.transactions.executeWithoutResult(status -> office.batches.release(OTHERS));
        assertThat(drop(OTHERS, clock.instant())).isEmpty();
        assertThat(office.batches.retryFailed(OTHERS)).isZero();
        assertThat(office.batches.underWay(OTHERS, clock.instant())).isFalse();

        assertThat(office.counts()).isEqualTo(new DeliveryCounts(0, 1, 0, 1, 0, 1, 0, 0));
    }

    @Test
    void theSweepFinishesAHoldAndAReleaseThatWereInterrupted() {
        office.enqueue(1, 2);
        office.hold();
        clock.advance(Duration.ofMinutes(2));
        SweepMails sweep = office.sweep(office.pump(1));
        sweep.sweep();
        assertThat(office.counts().held()).isEqualTo(2);
        office.release();
        sweep.sweep();
        assertThat(office.counts().queued()).isEqualTo(2);
        assertThat(repaired("hold")).isEqualTo(4);
    }

    @Test
    void theSweepFreesTheMailsOfADeadNodeInAHeldBatch() {
        office.enqueue(1, 2);
        office.claim(10);
        office.hold();
        SweepMails sweep = office.sweep(office.pump(1));
        sweep.sweep();
        assertThat(repaired("lease")).isZero();

        clock.advance(PostOffice.LEASES.length().plusMinutes(2));
        sweep.sweep();

        assertThat(office.counts().held()).isEqualTo(2);
        assertThat(repaired("lease")).isEqualTo(2);
    }

    @Test
    void theSweepStartsADeliveryOverThatHasForgottenItsMails() {
        office.enqueue(1, 2);
        MailPump pump = office.pump(1);
        SweepMails sweep = office.sweep(pump);
        clock.advance(Duration.ofMinutes(59));
        sweep.sweep();
        assertThat(repaired("queued")).isZero();

        clock.advance(Duration.ofMinutes(2));
        sweep.sweep();
        assertThat(repaired("queued")).isEqualTo(2);
        pump.runDue();
        assertThat(office.counts().sent()).isEqualTo(2);
    }

    private List<MailSubject> drop(MailBatch batch, java.time.Instant until) {
        return Objects.requireNonNull(office.transactions.execute(
                status -> office.batches.drop(batch, until, "the sending was cancelled", 1_000)));
    }

    private double repaired(String what) {
        return office.meters.counter("chodae.sweep.repaired", "what", what).count();
    }
}
