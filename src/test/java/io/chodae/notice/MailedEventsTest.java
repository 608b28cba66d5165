package io.chodae.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.identity.RequestPasswordReset;
import io.chodae.identity.SignUp;
import io.chodae.invitation.AcceptInvitation;
import io.chodae.invitation.AcceptResult;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.ResendInvitation;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.LinkToken;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.TestClock;
import io.chodae.testing.TestMailbox;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From what happens in another room to the mail that arrives by SMTP. */
@ChodaeTest
@Import(Hotel.class)
@ExtendWith(OutputCaptureExtension.class)
class MailedEventsTest {

    @Autowired
    private Hotel hotel;

    @Autowired
    private TestMailbox mailbox;

    @Autowired
    private AcceptInvitation accept;

    @Autowired
    private ResendInvitation resend;

    @Autowired
    private Accounts accounts;

    @Autowired
    private SignUp signUp;

    @Autowired
    private RequestPasswordReset requestReset;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void anInvitationArrivesAndTheAcceptanceIsWelcomed() throws Exception {
        String email = "road@people.example";
        Invitation invitation = invited(email, Language.KO);
        ReadMail mail = ReadMail.of(mailbox.await(email).data());
        assertThat(mail.subject()).isEqualTo("한빛호텔에서 '한빛 컨시어지'에 초대했어요");

        Account account = accounts.create(EmailAddress.of(email), "이은지", Language.KO, true)
                .orElseThrow();
        assertThat(accept.accept(token(mail), account.id(), account.email(), true))
                .isInstanceOf(AcceptResult.Accepted.class);
        ReadMail welcome = ReadMail.of(mailbox.await(email, 2).data());
        assertThat(welcome.subject()).isEqualTo("이제 한빛호텔의 '한빛 컨시어지'에 함께해요");
        assertThat(welcome.message().getMessageID()).isNotEqualTo(mail.message().getMessageID());
        assertThat(mails(invitation)).isEqualTo(2);
    }

    @Test
    void sendingAgainMailsANewLinkInTheInviteesLanguage() throws Exception {
        String email = "again@people.example";
        Invitation invitation = invited(email, Language.EN);
        String first = ReadMail.of(mailbox.await(email).data()).link();
        resend.resend(invitation.id(), Hotel.LIFETIME, Actor.system());
        ReadMail second = ReadMail.of(mailbox.await(email, 2).data());
        assertThat(second.subject()).isEqualTo("한빛호텔 invites you to 한빛 컨시어지");
        assertThat(second.link()).isNotEqualTo(first);
    }

    @Test
    void nothingIsMailedForWhatIsRolledBack() {
        CustomerId customer = hotel.founded("한빛호텔");
        long offer = hotel.offer(customer).id();
        hotel.transaction().executeWithoutResult(status -> {
            hotel.send()
                    .send(
                            customer,
                            offer,
                            List.of(Hotel.invitee("rolled-back@people.example", "이은지", Language.KO)),
                            Hotel.LIFETIME,
                            Actor.system());
            assertThat(mailsTo("rolled-back@people.example")).isEqualTo(1);
            status.setRollbackOnly();
        });
        assertThat(mailsTo("rolled-back@people.example")).isZero();
    }

    @Test
    void signingUpAndForgettingThePasswordAreMailed() throws Exception {
        String email = "forgetful@people.example";
        signUp.signUp(email, "Kim Hana", "plum4tandem7river", Language.EN, false);
        assertThat(ReadMail.of(mailbox.await(email).data()).subject()).isEqualTo("Confirm your e-mail address");
        requestReset.request(email);
        assertThat(ReadMail.of(mailbox.await(email, 2).data()).subject()).isEqualTo("Choose a new password");
    }

    @Test
    void neitherDatabaseNorLogHoldsALinkThatWorks(CapturedOutput output) throws Exception {
        String email = "secret@people.example";
        invited(email, Language.KO);
        String token = token(ReadMail.of(mailbox.await(email).data())).reveal();
        List<String> tables =
                jdbc.sql("""
                        select quote_ident(table_name) from information_schema.tables
                        where table_schema = current_schema() and table_type = 'BASE TABLE'
                        """).query((row, number) -> row.getString(1)).list();
        assertThat(tables).contains("mail", "invitation", "audit_event");
        for (String table : tables) {
            assertThat(jdbc.sql("select t::text from " + table + " t")
                            .query((row, number) -> row.getString(1))
                            .list())
                    .as(table)
                    .noneMatch(row -> row.contains(token));
        }
        assertThat(output.getAll()).doesNotContain(token);
    }

    private Invitation invited(String email, Language language) {
        CustomerId customer = hotel.founded("한빛호텔");
        long offer = hotel.offer(customer, hotel.play(customer, "객실 조명")).id();
        return hotel.invite(customer, offer, Hotel.invitee(email, "이은지", language));
    }

    private static LinkToken token(ReadMail mail) {
        return LinkToken.parse(mail.link().replaceFirst(".*/i/", "")).orElseThrow();
    }

    private int mails(Invitation invitation) {
        return jdbc.sql("select count(*) from mail where customer_id = :customer and subject_id = :id")
                .param("customer", invitation.id().customer().value())
                .param("id", invitation.id().value())
                .query(Integer.class)
                .single();
    }

    private int mailsTo(String email) {
        return jdbc.sql("select count(*) from mail where to_email = :email")
                .param("email", email)
                .query(Integer.class)
                .single();
    }
}
