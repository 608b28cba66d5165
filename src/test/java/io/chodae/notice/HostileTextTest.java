package io.chodae.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.capture.TransferLinks;
import io.chodae.mail.MailSettings;
import io.chodae.mail.MailTemplate;
import io.chodae.mail.QueuedMail;
import io.chodae.notice.OfferWords.PlayWords;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.FieldText;
import io.chodae.shared.Language;
import io.chodae.shared.PlainText;
import io.chodae.shared.Secrets;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever publishers and lists of people hold, it stays text: the mail's markup, links and headers are ours. */
class HostileTextTest {

    private static final String LINK = "https://chodae.test/i/" + "aB3-_".repeat(6) + "xy";
    private static final String STOP = "https://chodae.test/u/aBc-_9";
    private static final String HARMLESS = "harmless";
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Secrets SECRETS = new Secrets(new byte[32], new SecureRandom());
    private static final MailSettings SETTINGS =
            new MailSettings("Chodae", EmailAddress.of("no-reply@chodae.test"), URI.create("https://chodae.test"));
    private static final OfferTemplates TEMPLATES = new OfferTemplates(
            customer -> SETTINGS.from(), new Links(SETTINGS, SECRETS, new TransferLinks(SECRETS)), new Layouts());

    static Stream<String> texts() {
        return HostileTexts.all();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void neverBecomesMarkupOrALink(String hostile) throws Exception {
        for (Language language : Language.values()) {
            String html = part(mail(hostile, language), 1);
            assertThat(tags(html)).isEqualTo(tags(part(mail(HARMLESS, language), 1)));
            assertThat(tags(html).stream().filter(tag -> tag.contains("href")))
                    .hasSize(3)
                    .allSatisfy(tag -> assertThat(tag).containsAnyOf("href=\"" + LINK + "\"", "href=\"" + STOP + "\""));
            assertThat(occurrences(HtmlText.of(html), shown(hostile)))
                    .as(html)
                    .isGreaterThanOrEqualTo(occurrences(HtmlText.of(part(mail(HARMLESS, language), 1)), HARMLESS));
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void staysInItsLineOfTheTextUnescaped(String hostile) throws Exception {
        for (Language language : Language.values()) {
            List<String> harmless = part(mail(HARMLESS, language), 0).lines().toList();
            List<String> lines = part(mail(hostile, language), 0).lines().toList();
            assertThat(lines)
                    .isEqualTo(harmless.stream()
                            .map(line ->
                                    line.replace(HARMLESS, line.startsWith("> ") ? reason(hostile) : shown(hostile)))
                            .toList());
            assertThat(lines).contains(LINK);
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void addsNoHeaderAndNobodyToAnyHeader(String hostile) throws Exception {
        MimeMessage mail = mail(hostile, Language.EN);
        assertThat(headerNames(mail)).isEqualTo(headerNames(mail(HARMLESS, Language.EN)));
        assertThat(mail.getSubject()).isEqualTo(shown(hostile) + " invites you to " + shown(hostile));
        assertOnly(mail.getFrom(), "no-reply@chodae.test", shown(hostile));
        assertOnly(mail.getReplyTo(), "inviter@hanbit.example", shown(hostile));
        assertOnly(mail.getRecipients(Message.RecipientType.TO), "eunji@example.com", shown(hostile));
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void aReasonKeepsItsLinesAndEachIsQuoted() throws Exception {
        String reason = "one\r\n\r\n\r\n\r\n-- \nSee the invitation\nhttps://evil.example/\u2028x";
        MimeMessage mail = mail(words(HARMLESS, reason), HARMLESS, Language.EN);
        assertThat(part(mail, 0))
                .contains(
                        "> one\n> \n> --\n> See the invitation\n> https://evil.example/\n> x\n".replace("\n", "\r\n"));
        assertThat(HtmlText.of(part(mail, 1))).contains("one\n\n--\nSee the invitation\nhttps://evil.example/\nx");
        assertThat(part(mail, 1)).doesNotContain("href=\"https://evil");
    }

    @Test
    void namesTenPlaysAndCountsTheOthersAndShortensWhatTheySay() throws Exception {
        OfferWords many = new OfferWords(
                "p",
                "s",
                "",
                "",
                "",
                "",
                List.of(),
                "",
                Collections.nCopies(13, PlayWords.of("Play", "x".repeat(300))));
        String text = part(mail(many, HARMLESS, Language.KO), 0);
        assertThat(occurrences(text, "- Play: " + "x".repeat(79) + "…")).isEqualTo(10);
        assertThat(text).contains("- 그 밖에 3개");
    }

    @Test
    void leavesOutWhatADraftDoesNotHaveYet() throws Exception {
        OfferWords bare = new OfferWords("p", "s", "", "", "", "", List.of(), "", List.of());
        String text = part(mail(bare, HARMLESS, Language.EN), 0);
        assertThat(text).doesNotContain("Why you", "Invited by", "question", "E-mail", "What you can use");
        assertThat(text).doesNotContain("\r\n\r\n\r\n");
    }

    private static MimeMessage mail(String hostile, Language language) throws Exception {
        return mail(words(hostile, hostile.replaceAll("\\R", " ")), hostile, language);
    }

    private static MimeMessage mail(OfferWords words, String name, Language language) throws Exception {
        MailTemplate template = TEMPLATES.build(MailKind.INVITATION, new CustomerId(7), words, language, "");
        QueuedMail queued = new QueuedMail(
                new CustomerId(7),
                1,
                "invitation",
                1,
                1,
                1,
                EmailAddress.of("eunji@example.com"),
                name,
                language,
                "<1@chodae.test>",
                Instant.parse("2026-11-23T05:30:00Z"));
        byte[] bytes = template.fill(
                        queued,
                        Map.of("name", name, "email", "eunji@example.com", "link", LINK, "until", "soon", "stop", STOP))
                .bytes();
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    private static OfferWords words(String text, String reason) {
        return new OfferWords(
                text,
                text,
                text,
                text,
                "inviter@hanbit.example",
                text,
                OfferWords.lines(reason),
                text,
                List.of(PlayWords.of(text, "")));
    }

    /** What is left of a text in a mail: one clean line, as far as it is Unicode at all. */
    private static String shown(String text) {
        return new String(PlainText.oneLine(text).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** In the reason alone a field is one; what is put there, the same hostile text as a name, is none again. */
    private static String reason(String text) {
        return FieldText.fill(shown(text), Map.of(FieldText.Field.NAME, shown(text)));
    }

    private static String part(MimeMessage mail, int index) throws Exception {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(index).getContent();
    }

    private static List<String> tags(String html) {
        return TAG.matcher(html).results().map(MatchResult::group).toList();
    }

    private static List<String> headerNames(MimeMessage mail) throws Exception {
        return Collections.list(mail.getAllHeaders()).stream()
                .map(Header::getName)
                .toList();
    }

    private static void assertOnly(jakarta.mail.Address[] addresses, String address, String name) {
        assertThat(addresses).hasSize(1);
        InternetAddress only = (InternetAddress) addresses[0];
        assertThat(only.getAddress()).isEqualTo(address);
        assertThat(only.getPersonal()).isEqualTo(name);
    }

    private static int occurrences(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
