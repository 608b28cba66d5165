package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.campaign.Publishers.Publisher;
import io.chodae.shared.AccountId;
import io.chodae.shared.Language;
import io.chodae.testing.TestClock;
import io.chodae.testing.TestMailbox;
import io.chodae.testing.TestMailbox.ReceivedMail;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CampaignTest
class SendTestMailTest {

    @Autowired
    private Publishers publishers;

    @Autowired
    private Forms forms;

    @Autowired
    private SendTestMail sendTestMail;

    @Autowired
    private TestMails testMails;

    @Autowired
    private TestMailbox mailbox;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Publisher hotel;
    private Draft draft;

    @BeforeEach
    void found() {
        hotel = publishers.full("한빛호텔");
        draft = forms.openWith(hotel, "a@hanbit-hotel.example", "b@hanbit-hotel.example");
    }

    @Test
    void goes_to_the_operator_alone_is_marked_and_opens_nothing() {
        assertThat(send(OptionalInt.of(2), Optional.empty())).isEqualTo(new TestMailResult.Sent());

        ReceivedMail mail = mailbox.await(hotel.actor().label());
        assertThat(mail.subject()).startsWith("[시험 메일] ").contains("한빛 컨시어지");
        assertThat(mail.text()).contains("/i/preview").contains("b@hanbit-hotel.example");
        assertThat(mail.text()).doesNotContainPattern("/i/[A-Za-z0-9_-]{32}");
        assertThat(mailbox.to("b@hanbit-hotel.example")).isEmpty();
        assertThat(invitations()).isZero();
    }

    @Test
    void is_written_in_the_language_that_was_chosen() {
        send(OptionalInt.empty(), Optional.of(Language.EN));

        assertThat(mailbox.await(hotel.actor().label()).subject()).startsWith("[Test] ");
    }

    @Test
    void ten_an_hour_are_enough() {
        for (int i = 0; i < 10; i++) {
            assertThat(send(OptionalInt.empty(), Optional.empty())).isEqualTo(new TestMailResult.Sent());
        }

        assertThat(send(OptionalInt.empty(), Optional.empty()))
                .isEqualTo(new TestMailResult.TooMany(10, TestClock.START.plus(Duration.ofHours(1))));
        clock.advance(Duration.ofHours(1));
        assertThat(send(OptionalInt.empty(), Optional.empty())).isEqualTo(new TestMailResult.Sent());
    }

    @Test
    void needs_somebody_to_show() {
        draft = forms.openWith(hotel, "not an address");

        assertThat(send(OptionalInt.empty(), Optional.empty())).isEqualTo(new TestMailResult.NobodyToShow());
    }

    @Test
    void another_publisher_gets_nothing_of_it() {
        Publisher stranger = publishers.full("새벽카페");
        send(OptionalInt.empty(), Optional.empty());
        List<Long> ids = jdbc.sql("select test_id from test_mail where customer_id = :customer")
                .param("customer", hotel.customer().value())
                .query((rs, row) -> rs.getLong("test_id"))
                .list();

        assertThat(ids).isNotEmpty();
        assertThat(testMails.byIds(stranger.customer(), ids)).isEmpty();
        assertThat(sendTestMail.send(
                        stranger.customer(),
                        draft.id(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        account(stranger),
                        stranger.actor()))
                .isEqualTo(new TestMailResult.Gone());
        assertThat(mailbox.to(stranger.actor().label())).isEmpty();
    }

    private TestMailResult send(OptionalInt row, Optional<Language> language) {
        return sendTestMail.send(hotel.customer(), draft.id(), row, language, account(hotel), hotel.actor());
    }

    private static AccountId account(Publisher publisher) {
        return Objects.requireNonNull(publisher.actor().account());
    }

    private int invitations() {
        return jdbc.sql("select count(*) from invitation where customer_id = :customer")
                .param("customer", hotel.customer().value())
                .query(Integer.class)
                .single();
    }
}
