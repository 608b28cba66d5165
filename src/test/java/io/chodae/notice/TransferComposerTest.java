package io.chodae.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.capture.CaptureTest;
import io.chodae.capture.Captures;
import io.chodae.capture.Captures.Organisation;
import io.chodae.capture.OpenTransfer;
import io.chodae.capture.OpenedTransfer;
import io.chodae.capture.SendUserInvitations;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.mail.Composition;
import io.chodae.mail.QueuedMail;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.LinkToken;
import io.chodae.testing.TestClock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CaptureTest
class TransferComposerTest {

    @Autowired
    private TransferComposer composer;

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
