package io.chodae.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.capture.CaptureTest;
import io.chodae.capture.Captures;
import io.chodae.capture.Captures.Organisation;
import io.chodae.capture.OpenTransfer;
import io.chodae.capture.OpenedTransfer;
import io.chodae.capture.SendUserInvitations;
import io.chodae.capture.SetTransferRules;
import io.chodae.capture.TransferMails;
import io.chodae.capture.TransferRules;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.mail.Composition;
import io.chodae.mail.MailComposer;
import io.chodae.mail.QueuedMail;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.LinkToken;
import io.chodae.testing.TestClock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@CaptureTest
class TransferComposerTest {

    @Autowired
    @Qualifier("transferComposer")
    private MailComposer composer;

    @Autowired
    @Qualifier("transferNoticeComposer")
    private MailComposer notices;

    @Autowired
    private SetTransferRules setRules;

    @Autowired
    private Captures captures;

    @Autowired
    private Accounts accounts;

    @Autowired
    private SendUserInvitations send;

    @Autowired
    private OpenTransfer open;

    @Autowired
    private JdbcClient jdbc;

    private Organisation hotel;
    private Account minji;
    private Account jo;

    @BeforeEach
    void send() {
        hotel = captures.organisation();
        captures.contact(hotel, "it@hotel.example");
        minji = person("minji", "김민지", Language.KO);
        jo = person("jo+desk", "Jo", Language.EN);
        send.send(hotel.customer(), List.of(minji.email(), jo.email()), hotel.actor());
    }

    @Test
    void everySendQueuesOneMailInTheLanguageOfTheAccount() {
        assertThat(queued())
                .satisfiesExactly(
                        first -> {
                            assertThat(first.to()).isEqualTo(minji.email());
                            assertThat(first.language()).isEqualTo(Language.KO);
                        },
                        second -> {
                            assertThat(second.to()).isEqualTo(jo.email());
                            assertThat(second.language()).isEqualTo(Language.EN);
                        });
        send.send(hotel.customer(), List.of(jo.email()), hotel.actor());
        assertThat(queued()).hasSize(3);
    }

    @Test
    void saysWhoWillManageTheAccountAndWhatThatMeans() throws Exception {
        List<Composition> both = composer.compose(queued());
        ReadMail korean = ReadMail.of(both.get(0));
        assertThat(korean.subject()).isEqualTo("한빛호텔에서 회원님의 계정을 관리하고 싶다고 요청했어요");
        assertThat(korean.text())
                .contains("김민지 님, 안녕하세요.", "한빛호텔의 관리자가 이 계정을 관리해요.", "한빛호텔에 물어봐 주세요: it@hotel.example");
        ReadMail english = ReadMail.of(both.get(1));
        assertThat(english.subject()).isEqualTo("한빛호텔 asks to manage your account");
        assertThat(english.text())
                .contains("the account of jo+desk@" + hotel.domain(), "choose Decline", "never want such a mail");
        assertThat(english.message().getReplyTo()[0].toString()).contains("it@hotel.example");
        assertThat(english.message().getHeader("List-Unsubscribe-Post", ",")).isEqualTo("List-Unsubscribe=One-Click");
    }

    @Test
    void carriesTheLinkThatOpensIt() throws Exception {
        String link = ReadMail.of(composer.compose(queued()).getFirst()).link();
        assertThat(link).startsWith("https://chodae.example/t/");
        assertThat(open.byToken(LinkToken.parse(link.substring(link.lastIndexOf('/') + 1))
                        .orElseThrow()))
                .isInstanceOf(OpenedTransfer.Live.class);
    }

    @Test
    void whatIsOverIsNotSent() {
        List<QueuedMail> mails = queued();
        send.send(hotel.customer(), List.of(minji.email()), hotel.actor());
        captures.cancel(hotel, jo.email());
        assertThat(composer.compose(mails)).hasOnlyElementsOfType(Composition.Obsolete.class);
    }

    @Test
    void namesTheDeadlineAndWhatFollows() throws Exception {
        setRules.set(
                hotel.customer(),
                new TransferRules(List.of(), 30, TransferRules.Follows.EVICT, 7, false),
                true,
                hotel.actor());
        send.send(hotel.customer(), List.of(minji.email(), jo.email()), hotel.actor());
        List<QueuedMail> newest =
                queued().stream().filter(mail -> mail.subjectNumber() == 2).toList();
        List<Composition> both = composer.compose(newest);
        assertThat(ReadMail.of(both.get(0)).text())
                .contains("까지 수락하지 않으면 한빛호텔에서 minji@" + hotel.domain() + " 주소를 회수해요.", "거절하면 주소를 그대로 쓸 수 있어요.");
        assertThat(ReadMail.of(both.get(1)).text())
                .contains("takes the address jo+desk@" + hotel.domain() + " back", "https://chodae.example/me/address");
    }

    @Test
    void theLastNoticeCarriesTheLinkThatIsOutAndEndsWithTheRules() throws Exception {
        setRules.set(
                hotel.customer(),
                new TransferRules(List.of(), 30, TransferRules.Follows.EVICT, 7, true),
                true,
                hotel.actor());
        send.send(hotel.customer(), List.of(jo.email()), hotel.actor());
        QueuedMail notice = noticeOf(jo);
        ReadMail mail = ReadMail.of(notices.compose(List.of(notice)).getFirst());
        assertThat(mail.subject()).isEqualTo("Last notice: 한빛호텔 will take your address back");
        assertThat(mail.text()).contains("The account gets a temporary address", "Write to 한빛호텔: it@hotel.example");
        assertThat(mail.text()).doesNotContain("Decline by the link");
        assertThat(mail.link())
                .isEqualTo(
                        ReadMail.of(composer.compose(newestOf(jo)).getFirst()).link());
        setRules.set(hotel.customer(), TransferRules.NONE, false, hotel.actor());
        assertThat(notices.compose(List.of(notice))).hasOnlyElementsOfType(Composition.Obsolete.class);
    }

    private List<QueuedMail> newestOf(Account person) {
        return List.of(queued().stream()
                .filter(mail -> mail.to().equals(person.email()))
                .toList()
                .getLast());
    }

    /** As the timer leaves it. */
    private QueuedMail noticeOf(Account person) {
        QueuedMail request = newestOf(person).getFirst();
        jdbc.sql("""
                        update user_invitation
                           set follow_ups = 1, notice_number = 1, notice_told = 'EVICT_DECLINED', evict_at = deadline_at
                         where customer_id = :customer and user_invitation_id = :id
                        """)
                .param("customer", hotel.customer().value())
                .param("id", request.subjectId())
                .update();
        return new QueuedMail(
                request.customer(),
                request.mailId(),
                TransferMails.NOTICE,
                0,
                request.subjectId(),
                TransferMails.number(request.subjectNumber(), 1),
                request.to(),
                request.toName(),
                request.language(),
                request.messageId(),
                request.createdAt());
    }

    private Account person(String local, String name, Language language) {
        Account made = accounts.create(hotel.at(local), name, language, true).orElseThrow();
        captures.tell(made);
        return made;
    }

    private List<QueuedMail> queued() {
        return jdbc.sql("""
                        select * from mail where customer_id = :customer and kind = 'transfer'
                        order by subject_id, subject_number
                        """)
                .param("customer", hotel.customer().value())
                .query((row, number) -> new QueuedMail(
                        hotel.customer(),
                        row.getLong("mail_id"),
                        "transfer",
                        row.getLong("batch_id"),
                        row.getLong("subject_id"),
                        row.getInt("subject_number"),
                        new EmailAddress(row.getString("to_email"), row.getString("to_key")),
                        row.getString("to_name"),
                        row.getString("language").equals("ko") ? Language.KO : Language.EN,
                        "<" + row.getLong("mail_id") + "@chodae.example>",
                        TestClock.START))
                .list();
    }
}
