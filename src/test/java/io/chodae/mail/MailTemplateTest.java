package io.chodae.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Escapes;
import io.chodae.shared.Language;
import io.chodae.shared.PlainText;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTemplateTest {

    private static final String NAME = MailTemplate.slot("name");
    private static final String LINK = MailTemplate.slot("link");
    private static final String URL = "https://chodae.example/i/abc-_?a=1&b=2";

    private final MailTemplate template = MailTemplate.build(new MailContent(
            "한빛호텔 \"콘시어지\"",
            EmailAddress.of("no-reply@chodae.example"),
            EmailAddress.of("help@hanbit.example"),
            "Kim, Inviter",
            NAME + "님, 한빛호텔에서 '한빛 컨시어지'에 초대했어요 " + NAME,
            "안녕하세요 " + NAME + "님,\n\n" + NAME + "\n끝 빈칸 \n.점으로 시작\n" + LINK,
            "<p title=\"" + NAME + "\">안녕 " + NAME + "</p>\r\n<a href=\"" + LINK + "\">수락</a>",
            Map.of("List-Unsubscribe", "<" + LINK + ">")));

    @ParameterizedTest
    @CsvFileSource(resources = "/mail-values.csv", numLinesToSkip = 1, ignoreLeadingAndTrailingWhitespace = false)
    void everyValueIsReadAsItself(@org.jspecify.annotations.Nullable String raw, String why) throws Exception {
        readsAsItself(Escapes.read(raw == null ? "" : raw));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "가", "🎉", "=", ".", "a b ", "<"})
    void longValuesAreReadAsThemselves(String unit) throws Exception {
        readsAsItself(unit.repeat(1200));
    }

    private void readsAsItself(String value) throws Exception {
        // what UTF-8 cannot say, half a character, is a question mark
        String line = new String(PlainText.oneLine(value).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        byte[] bytes = fill(value);
        MimeMessage message = parse(bytes);

        assertThat(Collections.list(message.getAllHeaders()))
                .extracting(jakarta.mail.Header::getName)
                .containsExactlyInAnyOrder(
                        "From",
                        "Reply-To",
                        "To",
                        "Subject",
                        "Date",
                        "Message-ID",
                        "Auto-Submitted",
                        "MIME-Version",
                        "Content-Type",
                        "List-Unsubscribe");
        assertThat(message.getSubject()).isEqualTo(PlainText.oneLine(line + "님, 한빛호텔에서 '한빛 컨시어지'에 초대했어요 " + line));
        InternetAddress to = (InternetAddress) message.getAllRecipients()[0];
        assertThat(to.getAddress()).isEqualTo("kim@example.com");
        assertThat(to.getPersonal() == null ? "" : to.getPersonal()).isEqualTo(line);
        assertThat(message.getHeader("List-Unsubscribe", null)).isEqualTo("<" + URL + ">");
        assertThat(part(message, 0))
                .isEqualTo("안녕하세요 " + line + "님,\r\n\r\n" + line + "\r\n끝 빈칸 \r\n.점으로 시작\r\n" + URL + "\r\n");
        String escaped = line.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
        assertThat(part(message, 1))
                .isEqualTo("<p title=\"" + escaped + "\">안녕 " + escaped + "</p>\r\n<a href=\""
                        + URL.replace("&", "&amp;") + "\">수락</a>\r\n");
        assertThat(((Multipart) message.getContent()).getCount()).isEqualTo(2);
        wireIsClean(bytes);
    }

    /** RFC 5322 and RFC 2045: ASCII, lines of at most 76 octets, CRLF alone, nothing that a relay could read. */
    private static void wireIsClean(byte[] bytes) {
        String wire = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(wire.replace("\r\n", "")).matches("[\\x20-\\x7E\\t]*");
        assertThat(Arrays.asList(wire.split("\r\n", -1)))
                .allSatisfy(line ->
                        assertThat(line.length()).isLessThanOrEqualTo(line.startsWith("List-Unsubscribe") ? 200 : 78))
                .noneMatch(line -> line.startsWith(".") || (line.isBlank() && !line.isEmpty()));
        assertThat(wire.split("\r\n--=_chodae_alternative", -1)).hasSize(4);
    }

    @Test
    void theFrameIsWhatTheRulesOfMailAsk() throws Exception {
        MimeMessage message = parse(fill("Kim"));
        assertThat(message.getFrom()[0])
                .isEqualTo(new InternetAddress("no-reply@chodae.example", "한빛호텔 \"콘시어지\"", "UTF-8"));
        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo("한빛호텔 \"콘시어지\"");
        assertThat(((InternetAddress) message.getReplyTo()[0]).getPersonal()).isEqualTo("Kim, Inviter");
        assertThat(message.getReplyTo()).hasSize(1);
        assertThat(message.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(message.getMessageID()).isEqualTo("<one@chodae.example>");
        assertThat(message.getSentDate().toInstant()).isEqualTo(Instant.parse("2026-01-15T09:00:00Z"));
        Multipart bodies = (Multipart) message.getContent();
        assertThat(bodies.getContentType()).startsWith("multipart/alternative");
        assertThat(bodies.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(bodies.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
    }

    @Test
    void theSameMailIsTheSameBytesWhoeverBuiltTheTemplate() {
        MailContent content = new MailContent(
                "A", EmailAddress.of("a@example.com"), null, "", "S " + NAME, NAME + "\n", "<p>" + NAME + "</p>");
        byte[] one = MailTemplate.build(content)
                .fill(queued("가"), Map.of("name", "가"))
                .bytes();
        byte[] other = MailTemplate.build(content)
                .fill(queued("가"), Map.of("name", "가"))
                .bytes();
        assertThat(one).isEqualTo(other);
    }

    @Test
    void aSlotWithoutValueIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> template.fill(queued("Kim"), Map.of("name", "Kim")));
    }

    @Test
    void aHeaderNameCannotCarryAnotherHeader() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailTemplate.build(new MailContent(
                        "A",
                        EmailAddress.of("a@example.com"),
                        null,
                        "",
                        "s",
                        "t",
                        "h",
                        Map.of("X: y\r\nBcc", "b@example.com"))));
    }

    @Test
    void theSendersNameCannotCarryAHeader() throws Exception {
        MailTemplate hostile = MailTemplate.build(new MailContent(
                "Evil\r\nBcc: victim@example.com",
                EmailAddress.of("a@example.com"),
                EmailAddress.of("b@example.com"),
                "Evil\r\n\r\nbody",
                "s\r\nBcc: victim@example.com",
                "t",
                "h"));
        MimeMessage message = parse(hostile.fill(queued("Kim"), Map.of()).bytes());
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo("Evil Bcc: victim@example.com");
    }

    @Test
    void anAddressBeyondAsciiAsksForSmtpUtf8() {
        EmailAddress korean = EmailAddress.of("초대@example.com");
        MailMessage message = template.fill(
                new QueuedMail(new CustomerId(1), 1, "k", 1, 1, 1, korean, "김", Language.KO, "<x@y>", Instant.EPOCH),
                Map.of("name", "김", "link", URL));
        assertThat(message.needsSmtpUtf8()).isTrue();
        assertThat(new String(message.bytes(), StandardCharsets.UTF_8)).contains("<초대@example.com>\r\n");
    }

    @Test
    void thePreviewIsReadFromTheBytesThatWouldBeSent() {
        RenderedMail seen =
                template.preview(EmailAddress.of("kim@example.com"), "김민서", Map.of("name", "<b>김</b>", "link", URL));
        assertThat(seen.subject()).isEqualTo("<b>김</b>님, 한빛호텔에서 '한빛 컨시어지'에 초대했어요 <b>김</b>");
        assertThat(seen.to()).isEqualTo("\"김민서\" <kim@example.com>");
        assertThat(seen.from()).contains("한빛호텔").contains("<no-reply@chodae.example>");
        assertThat(seen.text()).startsWith("안녕하세요 <b>김</b>님,");
        assertThat(seen.html()).contains("안녕 &lt;b&gt;김&lt;/b&gt;").contains("href=\"" + URL.replace("&", "&amp;"));
    }

    private byte[] fill(String value) {
        return template.fill(queued(value), Map.of("name", value, "link", URL)).bytes();
    }

    private static QueuedMail queued(String name) {
        return new QueuedMail(
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
                Instant.parse("2026-01-15T09:00:00Z"));
    }

    private static MimeMessage parse(byte[] bytes) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    private static String part(MimeMessage message, int number) throws Exception {
        List<String> parts = new ArrayList<>();
        Multipart bodies = (Multipart) message.getContent();
        for (int i = 0; i < bodies.getCount(); i++) {
            parts.add((String) bodies.getBodyPart(i).getContent());
        }
        return parts.get(number);
    }
}
