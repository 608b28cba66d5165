package io.chodae.suppression;

import static io.chodae.suppression.ReturnOffice.HOTEL;
import static io.chodae.suppression.ReturnOffice.enqueue;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.mail.Delivery;
import io.chodae.mail.DeliveryState;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mails that come back by SMTP, and what they change. */
class BounceReceiverTest extends ReturnedMails {

    private final BounceReceiver receiver = ReturnOffice.receiver(office, clock);

    @BeforeEach
    void sendOne() {
        receiver.start();
        enqueue(office, HOTEL, 1, "jo@example.com");
        office.pump(1).runDue();
    }

    @AfterEach
    void stop() {
        receiver.stop();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/suppression/taken-reports.csv", numLinesToSkip = 1)
    void whatComesBackIsTakenOnce(String file, String taken, DeliveryState state, String reply, boolean suppressed)
            throws IOException {
        byte[] mail = ReadReportTest.mail(file);
        assertThat(hand("", returnPath(), mail)).startsWith("250");

        assertThat(delivery().state()).isEqualTo(state);
        assertThat(delivery().lastReply()).startsWith(reply);
        assertThat(suppressions
                        .suppressedAmong(HOTEL, List.of("jo@example.com"))
                        .isEmpty())
                .isEqualTo(!suppressed);
        assertThat(count(taken)).isEqualTo(1);

        // the same again, and it has nothing to say any more
        assertThat(hand("", returnPath(), mail)).startsWith("250");
        assertThat(delivery().state()).isEqualTo(state);
        assertThat(count(taken) + count("REPEATED")).isEqualTo(2);
    }

    @Test
    void aLiftedAddressStaysLiftedWhenTheReportComesAgain() throws IOException {
        hand("", returnPath(), ReadReportTest.mail("failed"));
        new SuppressionStore(office.jdbc, clock).lift(HOTEL, List.of("jo@example.com"));
        hand("", returnPath(), ReadReportTest.mail("failed"));
        assertThat(suppressions.suppressedAmong(HOTEL, List.of("jo@example.com")))
                .isEmpty();
    }

    @Test
    void onlyMailsToReturnPathsAreTaken() throws IOException {
        String forged = returnPath().replaceFirst("\\.[0-9a-v]{4}", ".0000");
        for (String to : List.of(forged, "postmaster@bounce.chodae.example", "jo@example.com")) {
            assertThat(hand("", to, ReadReportTest.mail("failed"))).startsWith("550 5.1.1");
        }
        assertThat(delivery().state()).isEqualTo(DeliveryState.SENT);
        assertThat(count("forged")).isEqualTo(3);
    }

    @Test
    void aReportWithASenderIsTakenAllTheSame() throws IOException {
        assertThat(hand("MAILER-DAEMON@mx.example.net", returnPath(), ReadReportTest.mail("failed")))
                .startsWith("250");
        assertThat(delivery().state()).isEqualTo(DeliveryState.BOUNCED);
    }

    @Test
    void whatIsTooLargeIsRefused() throws IOException {
        byte[] large = new byte[BounceReceiver.MOST_OCTETS + 100];
        Arrays.fill(large, (byte) 'a');
        for (int i = 70; i < large.length; i += 72) {
            large[i] = '\r';
            large[i + 1 < large.length ? i + 1 : i] = '\n';
        }
        assertThat(hand("", returnPath(), large)).startsWith("552");
        assertThat(delivery().state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void whatCannotBeWrittenDownNowIsToComeAgain() throws IOException {
        JdbcClient owner = office.owner();
        owner.sql("alter table mail rename to mail_away").update();
        assertThat(hand("", returnPath(), ReadReportTest.mail("failed"))).startsWith("451");
        owner.sql("alter table mail_away rename to mail").update();
        assertThat(hand("", returnPath(), ReadReportTest.mail("failed"))).startsWith("250");
        assertThat(delivery().state()).isEqualTo(DeliveryState.BOUNCED);
    }

    /** As the relay was told it. */
    private String returnPath() {
        return relay.received().getFirst().mailCommand().replaceFirst("(?i)^MAIL FROM:<([^>]*)>.*", "$1");
    }

    private Delivery delivery() {
        return office.delivery(HOTEL, 1);
    }

    private double count(String taken) {
        return office.meters
                .counter("chodae.mail.returned", "as", taken.toLowerCase(Locale.ROOT))
                .count();
    }

    private String hand(String from, String to, byte[] mail) throws IOException {
        return SmtpDialogue.hand(receiver.port(), from, to, mail);
    }
}
