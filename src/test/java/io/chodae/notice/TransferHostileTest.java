package io.chodae.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.capture.TransferLinks;
import io.chodae.mail.MailSettings;
import io.chodae.mail.QueuedMail;
import io.chodae.notice.TransferTemplates.Words;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.Secrets;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an organisation and an account are called, mails about transfers have our markup, links and headers only. */
class TransferHostileTest {

    private static final String LINK = "https://chodae.test/t/" + "aB3-_".repeat(6) + "xy";
    private static final String STOP = "https://chodae.test/u/aBc-_9";
    private static final String ADDRESS = "https://chodae.test/me/address";
    private static final String HARMLESS = "harmless";
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Secrets SECRETS = new Secrets(new byte[32], new SecureRandom());
    private static final MailSettings SETTINGS =
            new MailSettings("Chodae", EmailAddress.of("no-reply@chodae.test"), URI.create("https://chodae.test"));
    private static final TransferTemplates TEMPLATES = new TransferTemplates(
            customer -> SETTINGS.from(), new Links(SETTINGS, SECRETS, new TransferLinks(SECRETS)), new Layouts());

    static Stream<String> texts() {
        return HostileTexts.all();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void neverBecomesMarkupALinkOrAHeader(String hostile) throws Exception {
        for (MailKind kind : List.of(MailKind.TRANSFER, MailKind.TRANSFER_REMINDER, MailKind.TRANSFER_NOTICE)) {
            for (Language language : Language.values()) {
                ReadMail harmless = mail(kind, language, HARMLESS);
                ReadMail mail = mail(kind, language, hostile);
                assertThat(tags(mail)).isEqualTo(tags(harmless));
                assertThat(tags(mail).stream().filter(tag -> tag.contains("href")))
                        .isNotEmpty()
                        .allSatisfy(tag -> assertThat(tag)
                                .containsAnyOf(
                                        "href=\"" + LINK + "\"", "href=\"" + STOP + "\"", "href=\"" + ADDRESS + "\""));
                assertThat(mail.text().lines().count())
                        .isEqualTo(harmless.text().lines().count());
                assertThat(headers(mail)).isEqualTo(headers(harmless));
                assertThat(mail.message().getAllRecipients()).hasSize(1);
            }
        }
    }

    private static ReadMail mail(MailKind kind, Language language, String text) throws Exception {
        Words words = new Words(kind, "hanbit.example", language, true, true, false, false);
        QueuedMail queued = new QueuedMail(
                new CustomerId(7),
                1,
                kind.word(),
                0,
                1,
                1,
                EmailAddress.of("eunji@hanbit.example"),
                text,
                language,
                "<1@chodae.test>",
                Instant.parse("2026-11-23T05:30:00Z"));
        return ReadMail.of(TEMPLATES
                .build(new CustomerId(7), text, text, words)
                .fill(
                        queued,
                        Map.of(
                                "name",
                                text,
                                "email",
                                "eunji@hanbit.example",
                                "link",
                                LINK,
                                "until",
                                "soon",
                                "stop",
                                STOP))
                .bytes());
    }

    private static List<String> tags(ReadMail mail) {
        return TAG.matcher(mail.html()).results().map(MatchResult::group).toList();
    }

    private static List<String> headers(ReadMail mail) throws Exception {
        return Collections.list(mail.message().getAllHeaders()).stream()
                .map(jakarta.mail.Header::getName)
                .toList();
    }
}
