package io.chodae.suppression;

import static io.chodae.suppression.ReturnOffice.HOTEL;
import static io.chodae.suppression.ReturnOffice.addCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.mail.Bounce;
import io.chodae.mail.Delivery;
import io.chodae.mail.DeliveryCounts;
import io.chodae.mail.DeliveryState;
import io.chodae.mail.MailPump;
import io.chodae.mail.PostOffice;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a customer does not write to, and what becomes of mails to them. */
class SuppressedMailsTest extends ReturnedMails {

    private static final CustomerId MUSEUM = new CustomerId(78);

    private final SuppressionStore store = new SuppressionStore(office.jdbc, clock);

    @BeforeEach
    void museum() {
        addCustomer(office, MUSEUM);
    }

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 no such user here",
        "553 5.1.3 bad address",
        "550 5.1.2 no such domain",
        "556 5.1.10 takes no mail",
        "'550-5.1.1 <Jo@example.com>: unknown\r\n550 5.1.1 see there'",
    })
    void anAddressThatAServerDoesNotKnowIsNotWrittenToAgain(String answer) {
        relay.answer("RCPT", answer);
        enqueue(HOTEL, 1, "Jo@Example.com");
        MailPump pump = office.pump(1);
        pump.runDue();

        assertThat(delivery(HOTEL, 1).state()).isEqualTo(DeliveryState.BOUNCED);
        assertThat(delivery(HOTEL, 1).attempts()).isEqualTo(1);
        assertThat(delivery(HOTEL, 1).lastReply()).startsWith(answer.substring(0, 9));
        assertThat(suppressions.suppressedAmong(HOTEL, List.of("jo@example.com", "ann@example.com")))
                .isEqualTo(Map.of("jo@example.com", SuppressionReason.BOUNCED));

        enqueue(HOTEL, 2, "JO@example.com");
        pump.runDue();
        assertThat(delivery(HOTEL, 2).state()).isEqualTo(DeliveryState.SUPPRESSED);
        assertThat(delivery(HOTEL, 2).attempts()).isZero();
        assertThat(delivery(HOTEL, 2).lastReply()).contains("bounced");
        assertThat(relay.received()).isEmpty();
    }

    @Test
    void aListIsItsCustomersOwn() {
        relay.answer("RCPT", "550 5.1.1 no such user here");
        enqueue(HOTEL, 1, "jo@example.com");
        MailPump pump = office.pump(1);
        pump.runDue();
        enqueue(MUSEUM, 1, "jo@example.com");
        pump.runDue();

        assertThat(delivery(MUSEUM, 1).state()).isEqualTo(DeliveryState.SENT);
        assertThat(suppressions.suppressedAmong(MUSEUM, List.of("jo@example.com")))
                .isEmpty();
    }

    @Test
    void accountMailsAreSentWhateverBouncedBefore() {
        relay.answer("RCPT", "550 5.1.1 no such user here");
        enqueue(CustomerId.HOUSE, 1, "jo@example.com");
        MailPump pump = office.pump(1);
        pump.runDue();
        assertThat(delivery(CustomerId.HOUSE, 1).state()).isEqualTo(DeliveryState.BOUNCED);

        enqueue(CustomerId.HOUSE, 2, "jo@example.com");
        pump.runDue();
        assertThat(delivery(CustomerId.HOUSE, 2).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void whoeverAskedNotToBeWrittenToIsNot() {
        store.optedOut(HOTEL, EmailAddress.of("jo@example.com"));
        enqueue(HOTEL, 1, "jo@example.com");
        enqueue(HOTEL, 2, "ann@example.com");
        office.pump(1).runDue();

        assertThat(delivery(HOTEL, 1).state()).isEqualTo(DeliveryState.SUPPRESSED);
        assertThat(delivery(HOTEL, 1).lastReply()).contains("asked for that");
        assertThat(delivery(HOTEL, 2).state()).isEqualTo(DeliveryState.SENT);
        assertThat(office.deliveries.countsForBatch(HOTEL, PostOffice.KIND, 7))
                .isEqualTo(new DeliveryCounts(0, 1, 0, 0, 0, 0, 0, 1));
    }

    @Test
    void aWishIsStrongerThanABounceAndIsNeverLifted() {
        EmailAddress jo = EmailAddress.of("jo@example.com");
        store.bounced(List.of(new Bounce(HOTEL, jo, "550 5.1.1 unknown")));
        assertThat(store.optedOut(HOTEL, jo)).isTrue();
        assertThat(store.optedOut(HOTEL, jo)).isFalse();
        store.bounced(List.of(new Bounce(HOTEL, jo, "550 5.1.1 unknown")));

        assertThat(suppressions.search(HOTEL, "", Optional.empty(), 10).items())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.reason()).isEqualTo(SuppressionReason.OPTED_OUT);
                    assertThat(one.detail()).isEmpty();
                });
        assertThat(store.lift(HOTEL, List.of(jo.key()))).isEmpty();
    }

    @Test
    void aLiftedAddressIsWrittenToAgain() {
        EmailAddress jo = EmailAddress.of("jo@example.com");
        store.bounced(List.of(new Bounce(HOTEL, jo, "550 5.1.1 unknown")));
        assertThat(store.lift(MUSEUM, List.of(jo.key()))).isEmpty();
        assertThat(store.lift(HOTEL, List.of(jo.key()))).containsExactly("jo@example.com");
        enqueue(HOTEL, 1, "jo@example.com");
        office.pump(1).runDue();
        assertThat(delivery(HOTEL, 1).state()).isEqualTo(DeliveryState.SENT);
    }

    private void enqueue(CustomerId customer, long subject, String to) {
        ReturnOffice.enqueue(office, customer, subject, to);
    }

    private Delivery delivery(CustomerId customer, long subject) {
        return office.delivery(customer, subject);
    }
}
