package io.chodae.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.invitation.CancelInvitation;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.RemindInvitees;
import io.chodae.invitation.ResendInvitation;
import io.chodae.mail.Composition;
import io.chodae.mail.QueuedMail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.TestClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@ChodaeTest
@TestPropertySource(properties = {"chodae.timers.enabled=false", "chodae.mail.delivery=false"})
@Import(Hotel.class)
class ReminderComposerTest {

    private static final AtomicInteger PERSON = new AtomicInteger();

    @Autowired
    private ReminderComposer composer;

    @Autowired
    private InvitationComposer invitationComposer;

    @Autowired
    private Hotel hotel;

    @Autowired
    private RemindInvitees remind;

    @Autowired
    private ResendInvitation resend;

    @Autowired
    private CancelInvitation cancel;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private CustomerId customer = CustomerId.HOUSE;
    private long lights;

    @BeforeEach
    void foundAPublisher() {
        clock.reset();
        customer = hotel.founded("한빛호텔");
        lights = hotel.play(customer, "객실 조명");
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "KO, '한빛 컨시어지' 초대를 수락할 수 있는 기한이 다가와요, 한 번 더 알려 드려요",
                "EN, Your invitation to 한빛 컨시어지 ends soon, this is a short reminder"
            })
    void carriesTheLinkOfTheInvitationAndSaysThatItIsAReminder(Language language, String subject, String text)
            throws Exception {
        Invitation invitation = invited(language);
        String link = ReadMail.of(invitationComposer
                        .compose(List.of(mail("invitation", invitation.linkNumber(), invitation)))
                        .getFirst())
                .link();
        ReadMail reminder = ReadMail.of(compose(reminded(invitation)));
        assertThat(reminder.subject()).isEqualTo(subject);
        assertThat(reminder.link()).isEqualTo(link);
        assertThat(reminder.text()).contains(text, link, "객실 조명");
        assertThat(reminder.html()).contains(text, link);
        assertThat(reminder.message().getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    }

    @ParameterizedTest
    @ValueSource(strings = {"queued", "deferred", "held", "failed", "bounced", "suppressed"})
    void isNotSentToWhomTheInvitationHasNotReached(String state) {
        Invitation invitation = invited(Language.KO);
        QueuedMail reminder = reminded(invitation);
        delivered(invitation, state);
        assertThat(compose(reminder)).isInstanceOf(Composition.Obsolete.class);
    }

    @Test
    void isNotSentCloselyAfterAnInvitationThatCameLate() {
        Invitation invitation = invited(Language.KO);
        QueuedMail reminder = reminded(invitation);
        jdbc.sql("""
                        update mail set sent_at = :at
                        where customer_id = :customer and kind = 'invitation' and subject_id = :invitation""")
                .param("at", Timestamp.from(clock.instant().minus(Duration.ofHours(11))))
                .param("customer", customer.value())
                .param("invitation", invitation.id().value())
                .update();
        assertThat(compose(reminder)).isInstanceOf(Composition.Obsolete.class);
        clock.advance(Duration.ofHours(1));
        assertThat(compose(reminder)).isInstanceOf(Composition.Ready.class);
    }

    @Test
    void isNotSentToWhoseInvitationWasTakenBackMeanwhile() {
        Invitation invitation = invited(Language.KO);
        QueuedMail reminder = reminded(invitation);
        assertThat(cancel.cancel(invitation.id(), Actor.system())).isTrue();
        assertThat(compose(reminder))
                .isEqualTo(new Composition.Obsolete(reminder.mailId(), "the invitation is no longer open"));
    }

    @Test
    void isNotSentOnceANewLinkIsOut() {
        Invitation invitation = invited(Language.KO);
        QueuedMail reminder = reminded(invitation);
        resend.resend(invitation.id(), Hotel.LIFETIME, Actor.system());
        delivered(invitation, "sent");
        assertThat(compose(reminder)).isEqualTo(new Composition.Obsolete(reminder.mailId(), "a newer link was sent"));
    }

    private Invitation invited(Language language) {
        Invitation invitation = hotel.invite(
                customer,
                hotel.offer(customer, lights).id(),
                Hotel.invitee("reminded" + PERSON.incrementAndGet() + "@people.example", "이은지", language));
        delivered(invitation, "sent");
        return invitation;
    }

    private void delivered(Invitation invitation, String state) {
        jdbc.sql("""
                        update mail set state = :state
                        where customer_id = :customer and kind = 'invitation' and subject_id = :invitation""")
                .param("state", state)
                .param("customer", customer.value())
                .param("invitation", invitation.id().value())
                .update();
    }

    /** The mail that reminding enqueues a day before the end. */
    private QueuedMail reminded(Invitation invitation) {
        clock.advance(Hotel.LIFETIME.minusDays(1));
        assertThat(remind.remindDue(customer, List.of(Duration.ofDays(1)))).isEqualTo(1);
        Optional<Integer> number = jdbc.sql("""
                        select subject_number from mail
                        where customer_id = :customer and kind = 'reminder' and subject_id = :invitation""")
                .param("customer", customer.value())
                .param("invitation", invitation.id().value())
                .query(Integer.class)
                .optional();
        return mail("reminder", number.orElseThrow(), invitation);
    }

    private static QueuedMail mail(String kind, int number, Invitation invitation) {
        return new QueuedMail(
                invitation.id().customer(),
                1,
                kind,
                invitation.offerId(),
                invitation.id().value(),
                number,
                invitation.email(),
                invitation.name(),
                invitation.language(),
                "<1@chodae.example>",
                TestClock.START);
    }

    private Composition compose(QueuedMail mail) {
        return composer.compose(List.of(mail)).getFirst();
    }
}
