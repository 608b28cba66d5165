package io.chodae.suppression;

import static io.chodae.suppression.ReturnOffice.HOTEL;
import static io.chodae.suppression.ReturnOffice.RETURN_DOMAIN;
import static io.chodae.suppression.ReturnOffice.addCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.mail.Delivery;
import io.chodae.mail.DeliveryState;
import io.chodae.mail.PostOffice;
import io.chodae.testing.TestClock;
import io.chodae.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Mails go out by a real Postfix, and its reports come back. */
@NeedsPostfix
class PostfixBouncesTest {

    private final TestClock clock = new TestClock();
    private final DataSource database = TestDatabase.fresh();
    private final PostOffice back = ReturnOffice.open(database, clock, 1, RETURN_DOMAIN);

    @Test
    void whatPostfixRefusesReturnsOrKeepsIsKnownOfEachMail() {
        BounceReceiver receiver = ReturnOffice.receiver(back, clock);
        receiver.start();
        try (RealPostfix postfix = RealPostfix.start(RETURN_DOMAIN, receiver.port());
                PostOffice office = ReturnOffice.open(database, clock, postfix.port(), RETURN_DOMAIN)) {
            addCustomer(office, HOTEL);
            enqueue(1, "ann@known.example");
            enqueue(2, "nobody@known.example");
            enqueue(3, "nobody.at.all+tag@later.example");
            enqueue(4, "jo@away.example");
            office.pump(1).runDue();

            assertThat(delivery(1).state()).as(postfix::log).isEqualTo(DeliveryState.SENT);
            // at once, at RCPT
            assertThat(delivery(2).state()).isEqualTo(DeliveryState.BOUNCED);
            assertThat(delivery(2).lastReply()).startsWith("550 5.1.1 <nobody@known.example>");
            // afterwards, by a report
            awaitReport(postfix, 3, DeliveryState.BOUNCED, "5.1.1 unknown user: \"nobody.at.all");
            // and another while it still tries
            awaitReport(postfix, 4, DeliveryState.SENT, "Delayed on its way: 4.4.1 connect to 127.0.0.1");
        } finally {
            receiver.stop();
        }
        assertThat(new Suppressions(back.jdbc)
                        .suppressedAmong(
                                HOTEL,
                                List.of(
                                        "ann@known.example",
                                        "nobody@known.example",
                                        "nobody.at.all+tag@later.example",
                                        "jo@away.example")))
                .isEqualTo(Map.of(
                        "nobody@known.example", SuppressionReason.BOUNCED,
                        "nobody.at.all+tag@later.example", SuppressionReason.BOUNCED));
    }

    private void awaitReport(RealPostfix postfix, long subject, DeliveryState state, String reply) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(delivery(subject).state()).as(postfix::log).isEqualTo(state);
            assertThat(delivery(subject).lastReply()).as(postfix::log).startsWith(reply);
        });
    }

    private void enqueue(long subject, String to) {
        ReturnOffice.enqueue(back, HOTEL, subject, to);
    }

    private Delivery delivery(long subject) {
        return back.delivery(HOTEL, subject);
    }
}
