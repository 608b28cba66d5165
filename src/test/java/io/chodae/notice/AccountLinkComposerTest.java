package io.chodae.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.identity.RequestPasswordReset;
import io.chodae.identity.ResetPassword;
import io.chodae.identity.SignUp;
import io.chodae.identity.VerifyEmail;
import io.chodae.mail.Composition;
import io.chodae.mail.MailComposer;
import io.chodae.mail.QueuedMail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.LinkToken;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.TestClock;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ChodaeTest
class AccountLinkComposerTest {

    private static final String SITE = "https://chodae.example";

    @Autowired
    private MailComposer verifyEmailComposer;

    @Autowired
    private MailComposer resetPasswordComposer;

    @Autowired
    private SignUp signUp;

    @Autowired
    private VerifyEmail verify;

    @Autowired
    private RequestPasswordReset requestReset;

    @Autowired
    private ResetPassword reset;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void theVerifyingLinkVerifiesOnceAndIsThenNotMailedAgain() throws Exception {
        long link = signedUp("verify-one@people.example");
        ReadMail mail = ReadMail.of(compose(verifyEmailComposer, "verify-email", link, Language.EN));
        assertThat(mail.subject()).isEqualTo("Confirm your e-mail address");
        assertThat(mail.html()).contains("href=\"" + mail.link() + "\"");
        assertThat(mail.message().getFrom()[0].toString()).isEqualTo("Chodae <no-reply@chodae.example>");
        LinkToken token = token(mail, "/verify/");
        assertThat(verify.isAlive(token)).isTrue();
        verify.verify(token);
        assertThat(compose(verifyEmailComposer, "verify-email", link, Language.EN))
                .isInstanceOf(Composition.Obsolete.class);
    }

    @Test
    void theResettingLinkIsNamedWithItsEndAndNotMailedAfterIt() throws Exception {
        signedUp("reset-one@people.example");
        requestReset.request("reset-one@people.example");
        long link = latest("reset");
        ReadMail mail = ReadMail.of(compose(resetPasswordComposer, "reset-password", link, Language.KO));
        assertThat(mail.subject()).isEqualTo("비밀번호를 다시 정해 주세요");
        assertThat(mail.text()).contains("2026.01.15 19:00 (한국 시간)까지");
        assertThat(reset.isAlive(token(mail, "/reset/"))).isTrue();
        clock.advance(Duration.ofHours(1));
        assertThat(compose(resetPasswordComposer, "reset-password", link, Language.KO))
                .isInstanceOf(Composition.Obsolete.class);
    }

    private long signedUp(String email) {
        signUp.signUp(email, "이은지", "plum4tandem7river", Language.KO, false);
        return latest("verify");
    }

    /** The newest link; asking for one is answered before it is made. */
    private long latest(String purpose) {
        return Awaitility.await()
                .until(
                        () -> jdbc.sql("select coalesce(max(link_id), 0) from account_link where purpose = :purpose")
                                .param("purpose", purpose)
                                .query(Long.class)
                                .single(),
                        id -> id > 0);
    }

    private Composition compose(MailComposer composer, String kind, long linkId, Language language) {
        assertThat(composer.kind()).isEqualTo(kind);
        return composer.compose(List.of(new QueuedMail(
                        CustomerId.HOUSE,
                        1,
                        kind,
                        0,
                        linkId,
                        1,
                        EmailAddress.of("someone@people.example"),
                        "이은지",
                        language,
                        "<1@chodae.example>",
                        clock.instant())))
                .getFirst();
    }

    private static LinkToken token(ReadMail mail, String path) {
        assertThat(mail.link()).startsWith(SITE + path);
        return LinkToken.parse(mail.link().substring((SITE + path).length())).orElseThrow();
    }
}
