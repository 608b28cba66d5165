package io.chodae.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SentMailsTest extends RelayedMails {

    @Test
    void aReportThatOvertakesTheRelaysAnswerStands() {
        office.enqueue(1, 1);
        Claimed claimed = office.claim(1).getFirst();
        MailKey mail = new MailKey(PostOffice.CUSTOMER, claimed.mail().mailId());
        assertThat(office.sentMails().bounced(mail, "5.1.1 unknown")).isTrue();
        office.store.write(Map.of(claimed, new Outcome.Sent("250 ok")));

        Delivery late = office.delivery(1);
        assertThat(late.state()).isEqualTo(DeliveryState.BOUNCED);
        assertThat(late.sentAt()).isNotNull();
    }
}
