package io.chodae.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chodae.mail.MailContent;
import io.chodae.mail.MailTemplate;
import io.chodae.mail.QueuedMail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures as another implementation of RFC 6376 sees them. */
class DkimSignerTest {

    private static final KeyPair KEY = SecretKeys.make();
    private static final DkimSigner SIGNER = new DkimSigner("hanbit.example", "chodae-1", KEY.getPrivate());
    private static final Instant WRITTEN = Instant.parse("2026-01-15T09:00:00Z");
    private static final String RECORD = "v=DKIM1; k=rsa; p="
            + Base64.getEncoder().encodeToString(KEY.getPublic().getEncoded());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kim",
                "김민서",
                "  blanks \t in   a  name ",
                "a name so long that its header has to be folded, more than once, by any mail program there is on earth",
                "<b>&\"'@;=\\r\\n",
            })
    void aMailOfOursIsFoundGood(String name) throws Exception {
        SignatureRecord signature = verify(SIGNER.sign(mail(name), WRITTEN)).getFirst();
        assertThat(signature.getDToken().toString()).isEqualTo("hanbit.example");
        assertThat(signature.getSelector().toString()).isEqualTo("chodae-1");
        assertThat(signature.getSignatureTimestamp()).isEqualTo(WRITTEN.getEpochSecond());
    }

    @Test
    void everythingThatAReaderSeesOrAProgramActsOnIsSigned() throws Exception {
        assertThat(verify(SIGNER.sign(mail("Kim"), WRITTEN)).getFirst().getHeaders().stream()
                        .map(CharSequence::toString))
                .contains(
                        "from",
                        "reply-to",
                        "to",
                        "subject",
                        "date",
                        "message-id",
                        "mime-version",
                        "content-type",
                        "auto-submitted",
                        "list-unsubscribe",
                        "list-unsubscribe-post");
    }

    @ParameterizedTest
    @CsvSource({
        "From: , From: X",
        "To: , To: X",
        "Subject: , Subject: X",
        "Reply-To: , Reply-To: X",
        "Date: Thu, Date: Fri",
        "Message-ID: <one, Message-ID: <two",
        "auto-generated, no",
        "List-Unsubscribe: <https, List-Unsubscribe: <http",
        "One-Click, Two-Click",
        "multipart/alternative, multipart/mixed",
        "MIME-Version: 1.0, MIME-Version: 1.1",
        "/i/abc, /i/abd",
    })
    void aChangeOnTheWayIsFoundOut(String what, String by) throws Exception {
        String signed = new String(SIGNER.sign(mail("Kim"), WRITTEN), StandardCharsets.UTF_8);
        assertThat(signed).contains(what);
        int body = signed.indexOf("\r\nFrom: ");
        String changed = signed.substring(0, body) + signed.substring(body).replace(what, by);
        assertBad(changed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Boss <boss@bank.example>",
                "Subject: Other",
                "To: victim@other.example",
                "Reply-To: thief@other.example",
                "Date: Thu, 15 Jan 2026 09:00:00 +0000"
            })
    void aSecondHeaderCannotBeAdded(String header) throws Exception {
        String signed = new String(SIGNER.sign(mail("Kim"), WRITTEN), StandardCharsets.UTF_8);
        assertBad(header + "\r\n" + signed);
        assertBad(signed.replaceFirst("\r\n\r\n", "\r\n" + header + "\r\n\r\n"));
    }

    @Test
    void textBelowTheEndIsFoundOut() {
        assertBad(new String(SIGNER.sign(mail("Kim"), WRITTEN), StandardCharsets.UTF_8) + "more\r\n");
    }

    /** What relays do to blanks and the folding of headers. */
    @Test
    void whatDoesNotChangeTheMeaningDoesNoHarm() throws Exception {
        String signed = new String(SIGNER.sign(mail("Kim"), WRITTEN), StandardCharsets.UTF_8);
        String relayed = ("Received: from chodae.example\r\n" + signed + "\r\n\r\n")
                .replace("Subject: ", "SUBJECT:\t ")
                .replace("Auto-Submitted: auto-generated", "Auto-Submitted:\r\n auto-generated ");
        assertThat(verify(relayed.getBytes(StandardCharsets.UTF_8))).hasSize(1);
    }

    @Test
    void anotherKeyIsFoundOut() {
        byte[] signed =
                new DkimSigner("hanbit.example", "chodae-1", SecretKeys.make().getPrivate()).sign(mail("Kim"), WRITTEN);
        assertThatThrownBy(() -> verify(signed)).isInstanceOf(FailException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "'/// /', ''",
        "'one', 'one/'",
        "' _ one _ two _//three/ //', ' one two//three/'",
        "'=20/', '=20/'",
    })
    void aBodyIsRelaxedAsTheStandardSays(String body, String relaxed) {
        assertThat(RelaxedBody.of(octets(body), 0))
                .asString()
                .isEqualTo(new String(octets(relaxed), StandardCharsets.UTF_8));
    }

    /** A slash stands for the end of a line, a low line for a tabulator. */
    private static byte[] octets(String text) {
        return text.replace("/", "\r\n").replace('_', '\t').getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theSameMailIsSignedTheSameAgain() {
        assertThat(SIGNER.sign(mail("Kim"), WRITTEN)).isEqualTo(SIGNER.sign(mail("Kim"), WRITTEN));
    }

    private static void assertBad(String mail) {
        assertThatThrownBy(() -> verify(mail.getBytes(StandardCharsets.UTF_8))).isInstanceOf(FailException.class);
    }

    private static List<SignatureRecord> verify(byte[] mail) throws FailException, IOException {
        return new DKIMVerifier((method, selector, domain) -> {
                    assertThat(selector + "._domainkey." + domain).isEqualTo("chodae-1._domainkey.hanbit.example");
                    return List.of(RECORD);
                })
                .verify(new ByteArrayInputStream(mail));
    }

    private static byte[] mail(String name) {
        return MailTemplate.build(new MailContent(
                        name,
                        EmailAddress.of("invitation@hanbit.example"),
                        EmailAddress.of("desk@hanbit.example"),
                        name,
                        MailTemplate.slot("name") + "님, 초대했어요",
                        "안녕하세요 " + MailTemplate.slot("name") + "\n\nhttps://chodae.example/i/abc\n\n\n",
                        "<p>" + MailTemplate.slot("name") + "</p>\n",
                        Map.of(
                                "List-Unsubscribe", "<https://chodae.example/u/abc>",
                                "List-Unsubscribe-Post", "List-Unsubscribe=One-Click")))
                .fill(
                        new QueuedMail(
                                new CustomerId(1),
                                1,
                                "invitation",
                                1,
                                1,
                                1,
                                EmailAddress.of("kim@example.com"),
                                name,
                                Language.KO,
                                "<one@chodae.example>",
                                WRITTEN),
                        Map.of("name", name))
                .bytes();
    }
}
