package io.chodae.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class DeliveryTest extends RelayedMails {

    @Test
    void aMailGoesOutAndTheRelaysWordsAreKept() {
        office.enqueue(1, 1);
        assertThat(office.delivery(1).state()).isEqualTo(DeliveryState.QUEUED);
        office.pump(1).runDue();

        assertThat(relay.received()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("person1@example.com");
            assertThat(mail.mailCommand()).startsWith("MAIL FROM:<no-reply@chodae.example>");
            assertThat(mail.mailCommand()).doesNotContain("SMTPUTF8");
            assertThat(mail.content()).contains("https://chodae.example/i/1");
        });
        assertThat(office.delivery(1))
                .isEqualTo(new Delivery(
                        1, 1, DeliveryState.SENT, 1, "250 2.0.0 taken", TestClock.START, null, TestClock.START));
    }

    @Test
    void anEnqueuedMailRingsTheBellAfterItsTransactionAndNotBefore() {
        office.delivery(office.pump(1));
        office.transactions.executeWithoutResult(status -> {
            office.outbox.enqueue(PostOffice.requests(1, 1));
            status.setRollbackOnly();
        });
        office.enqueue(2, 2);
        // by the bell: an unheard one would be noticed after five seconds only
        Awaitility.await()
                .atMost(Duration.ofSeconds(3))
                .until(() -> office.counts().sent() == 1);
        assertThat(relay.received()).extracting(ScriptedRelay.Received::to).containsExactly("person2@example.com");
    }

    @Test
    void theSameMailIsEnqueuedOnce() {
        office.enqueue(1, 1000);
        office.enqueue(500, 1001);
        assertThat(office.counts()).isEqualTo(new DeliveryCounts(1001, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void aSessionIsKeptForTheNextMail() {
        office.enqueue(1, 50);
        office.pump(1).runDue();
        assertThat(relay.received()).hasSize(50);
        assertThat(relay.connections()).isEqualTo(1);
    }

    @Test
    void aMailThatSomebodyWaitsForGoesBeforeACampaign() {
        office.enqueue(1, 1200);
        office.enqueue(2001, 2001);
        office.pump(1).runDue();
        List<String> order =
                relay.received().stream().map(ScriptedRelay.Received::to).toList();
        assertThat(order).hasSize(1201);
        assertThat(order.indexOf("person2001@example.com")).isLessThan(2);
    }

    @Test
    void anAddressBeyondAsciiGoesBySmtpUtf8AndOnlyThat() {
        office.enqueue(List.of(PostOffice.request(1, "초대@example.com"), PostOffice.request(2, "plain@example.com")));
        office.pump(1).runDue();
        assertThat(relay.received())
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.mailCommand().contains("SMTPUTF8"))
                        .isEqualTo(!mail.to().equals("plain@example.com")));
    }

    @Test
    void aRelayWithoutSmtpUtf8FailsThatAddressClearlyAndNoOther() {
        relay.withoutSmtpUtf8();
        office.enqueue(List.of(PostOffice.request(1, "초대@example.com"), PostOffice.request(2, "plain@example.com")));
        office.pump(1).runDue();
        assertThat(office.delivery(1).state()).isEqualTo(DeliveryState.FAILED);
        assertThat(office.delivery(1).lastReply()).contains("SMTPUTF8");
        assertThat(office.delivery(2).state()).isEqualTo(DeliveryState.SENT);
        // decided before MAIL, so that the relay never sees the address
        assertThat(relay.commands()).filteredOn(line -> line.startsWith("MAIL")).hasSize(1);
        assertThat(relay.commands()).noneMatch(line -> line.startsWith("RCPT") && !line.contains("plain@"));
    }

    @Test
    void aDomainBeyondAsciiNeedsNoSmtpUtf8() {
        relay.withoutSmtpUtf8();
        office.enqueue(List.of(PostOffice.request(1, "kim@한빛.example")));
        office.pump(1).runDue();
        assertThat(office.delivery(1).state()).isEqualTo(DeliveryState.SENT);
        assertThat(relay.received()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("kim@xn--xx3br43b.example");
            assertThat(mail.mailCommand()).doesNotContain("SMTPUTF8");
            assertThat(mail.header("To")).contains("<kim@xn--xx3br43b.example>");
        });
    }

    @Test
    void twoPumpsSendEachMailOnce() {
        office.enqueue(1, 3000);
        MailPump one = office.pump(3);
        MailPump other = office.pump(3);
        Thread thread = Thread.ofVirtual().start(other::runDue);
        one.runDue();
        Awaitility.await().until(() -> !thread.isAlive());
        assertThat(office.counts()).isEqualTo(new DeliveryCounts(0, 3000, 0, 0, 0, 0, 0, 0));
        assertThat(relay.received()).hasSize(3000);
        assertThat(relay.received()).extracting(ScriptedRelay.Received::to).doesNotHaveDuplicates();
        assertThat(relay.received())
                .extracting(ScriptedRelay.Received::messageId)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatADeadNodeHadClaimedIsSentWhenItsLeaseRunsOut() {
        office.enqueue(1, 3);
        // a node that sends one of them and dies before it can write that down
        List<Claimed> claimed = office.claim(10);
        Claimed first = claimed.getFirst();
        MailMessage message = ((Composition.Ready)
                        new PostOffice.Letters().compose(List.of(first.mail())).getFirst())
                .message();
        try (SmtpSender session = office.session()) {
            assertThat(session.send(message)).isInstanceOf(Outcome.Sent.class);
        }

        MailPump pump = office.pump(1);
        pump.runDue();
        assertThat(relay.received()).hasSize(1);
        assertThat(office.delivery(2).state()).isEqualTo(DeliveryState.SENDING);

        clock.advance(PostOffice.LEASES.length());
        pump.runDue();
        assertThat(office.counts().sent()).isEqualTo(3);
        assertThat(office.delivery(2).attempts()).isEqualTo(2);
        assertThat(relay.received()).hasSize(4);
        assertThat(relay.received())
                .filteredOn(mail -> mail.to().equals(first.mail().to().value()))
                .extracting(ScriptedRelay.Received::content)
                .hasSize(2)
                .containsOnly(relay.received().getFirst().content());
    }

    @Test
    void aLateReportDoesNotUndoWhatAnotherNodeDid() {
        office.enqueue(1, 2);
        List<Claimed> late = office.claim(10);
        clock.advance(PostOffice.LEASES.length());
        List<Claimed> newer = office.claim(10);
        office.store.write(Map.of(
                find(late, 1), new Outcome.Failed("500 late"), find(late, 2), new Outcome.Sent("250 late but true")));
        assertThat(office.delivery(1).state()).isEqualTo(DeliveryState.SENDING);
        assertThat(office.delivery(2).state()).isEqualTo(DeliveryState.SENT);
        office.store.write(
                Map.of(find(newer, 1), new Outcome.Sent("250 ok"), find(newer, 2), new Outcome.Failed("550 twice")));
        assertThat(office.delivery(1).state()).isEqualTo(DeliveryState.SENT);
        assertThat(office.delivery(2).lastReply()).isEqualTo("250 late but true");
    }

    @Test
    void whatHasEndedMeanwhileIsNotSent() {
        office.enqueue(List.of(PostOffice.request(1, "gone@example.com")));
        office.pump(1).runDue();
        assertThat(relay.received()).isEmpty();
        assertThat(office.delivery(1))
                .isEqualTo(new Delivery(1, 1, DeliveryState.OBSOLETE, 0, "it was cancelled", null, null, null));
    }

    @Test
    void aMailThatCannotBeWrittenHoldsUpNoOther() {
        office.enqueue(List.of(PostOffice.request(1, "poison@example.com"), PostOffice.request(2, "two@example.com")));
        office.pump(1).runDue();
        assertThat(office.delivery(1).state()).isEqualTo(DeliveryState.DEFERRED);
        assertThat(office.delivery(2).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void stoppingPutsBackWhatWasNotBegunAndFinishesWhatWas() {
        office.enqueue(1, 1000);
        MailDelivery delivery = office.delivery(office.pump(2));
        Awaitility.await().until(() -> relay.received().size() > 20);
        delivery.stop();
        int sent = relay.received().size();
        DeliveryCounts counts = office.counts();
        assertThat(counts).isEqualTo(new DeliveryCounts(1000 - sent, sent, 0, 0, 0, 0, 0, 0));
        assertThat(office.jdbc
                        .sql("select count(*) from mail where state = 'sending'")
                        .query(Integer.class)
                        .single())
                .isZero();

        office.pump(2).runDue();
        assertThat(office.counts().sent()).isEqualTo(1000);
        assertThat(relay.received()).hasSize(1000);
    }

    @Test
    void whatBecameOfMailsIsCounted() {
        relay.answer("RCPT", "450 busy", "550 no");
        office.enqueue(1, 5);
        office.pump(1).runDue();
        assertThat(office.meters
                        .get("chodae.mail.attempts")
                        .tag("outcome", "sent")
                        .counter()
                        .count())
                .isEqualTo(3);
        assertThat(office.meters
                        .get("chodae.mail.attempts")
                        .tag("outcome", "failed")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(office.meters.get("chodae.mail.waiting").gauge().value()).isEqualTo(1);
        assertThat(office.meters.get("chodae.mail.send").timer().count()).isEqualTo(5);
    }
}
