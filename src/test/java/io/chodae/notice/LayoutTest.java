package io.chodae.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.mail.MailTemplate;
import io.chodae.notice.OfferWords.PlayWords;
import io.chodae.shared.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutTest {

    private static final String LINK = "https://chodae.test/i/aBc-_9";
    private static final String STOP = "https://chodae.test/u/aBc-_9";

    @ParameterizedTest
    @MethodSource("all")
    void textAndHtmlSayTheSameInTheSameOrder(MailKind kind, Language language) throws Exception {
        say(kind, language, values());
    }

    /** Whatever is told of a deadline, or is not. */
    @ParameterizedTest
    @CsvSource({
        "true, true, false, false",
        "true, true, true, false",
        "true, true, true, true",
        "true, false, false, false",
        "false, false, false, false"
    })
    void transferMailsDoSoWhateverFollows(boolean ends, boolean evicts, boolean declinedToo, boolean declined)
            throws Exception {
        Map<String, Object> values = values();
        values.putAll(Map.of("ends", ends, "evicts", evicts, "lasts", ends && !evicts));
        values.putAll(Map.of("declinedToo", declinedToo, "declined", declined));
        for (Language language : Language.values()) {
            for (MailKind kind : List.of(MailKind.TRANSFER, MailKind.TRANSFER_REMINDER, MailKind.TRANSFER_NOTICE)) {
                say(kind, language, values);
            }
        }
    }

    private static void say(MailKind kind, Language language, Map<String, Object> values) throws Exception {
        Layout.Letter letter = Layout.read(kind.word(), language).fill(values);
        assertThat(letter.text()).doesNotContain("\n\n\n");
        Path dir = Files.createDirectories(Path.of("target/mails"));
        String name = kind.word() + "." + language.tag();
        Files.writeString(dir.resolve(name + ".html"), letter.html());
        Files.writeString(dir.resolve(name + ".txt"), letter.subject() + "\n\n" + letter.text());

        String shown = HtmlText.of(letter.html());
        int from = 0;
        for (String line : letter.text().lines().toList()) {
            String words = line.replaceFirst("^(> |- |[0-9]\\. |--$)", "").strip();
            int at = shown.indexOf(words, from);
            assertThat(at)
                    .as("'%s' after position %d in: %s", words, from, shown)
                    .isNotNegative();
            from = at + words.length();
        }
        assertThat(shown.substring(from)).isBlank();
    }

    /** Where a mail program finds a link to stop mails, the reader does too; and nowhere else. */
    @ParameterizedTest
    @MethodSource("all")
    void whatCanBeStoppedSaysSoInEveryPartOfIt(MailKind kind, Language language) {
        Layout.Letter letter = Layout.read(kind.word(), language).fill(values());
        assertThat(kind.headers())
                .isEqualTo(
                        kind.stoppable()
                                ? Map.of(
                                        "List-Unsubscribe",
                                        "<" + MailTemplate.slot("stop") + ">",
                                        "List-Unsubscribe-Post",
                                        "List-Unsubscribe=One-Click")
                                : Map.of());
        assertThat(letter.text().contains(STOP)).isEqualTo(kind.stoppable());
        assertThat(letter.html().contains("href=\"" + STOP + "\"")).isEqualTo(kind.stoppable());
    }

    /** Whoever adds a kind of mail says here whether its reader is somebody whom a publisher invited. */
    @Test
    void mailsToInvitedPeopleCanBeStopped() {
        assertThat(Arrays.stream(MailKind.values()).filter(MailKind::stoppable))
                .containsExactly(
                        MailKind.INVITATION,
                        MailKind.REMINDER,
                        MailKind.WELCOME,
                        MailKind.TRANSFER,
                        MailKind.TRANSFER_REMINDER,
                        MailKind.TRANSFER_NOTICE);
    }

    static Stream<Arguments> all() {
        return Arrays.stream(MailKind.values())
                .flatMap(kind -> Arrays.stream(Language.values()).map(language -> Arguments.of(kind, language)));
    }

    static Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>(new OfferWords(
                        "한빛호텔",
                        "한빛 컨시어지",
                        "객실에서 말 한마디로 부르는 컨시어지예요.",
                        "총무팀 김하나",
                        "hana@hanbit.example",
                        "02-555-0100",
                        OfferWords.lines("이번 주부터 객실 안내를 앱으로 바꿔요.\n\n교대 근무 전에 미리 설치해 주세요."),
                        "",
                        List.of(
                                PlayWords.of("객실 조명", "방의 조명을 말로 켜고 꺼요."),
                                PlayWords.of("룸서비스", "메뉴를 고르고 주문 상태를 확인해요."),
                                PlayWords.of("세탁", "")))
                .values());
        values.putAll(Map.of("ends", true, "evicts", true, "lasts", false, "declinedToo", false, "declined", false));
        values.put("address", "https://chodae.test/me/address");
        values.put("domain", "hanbit.example");
        values.put("contact", "it@hanbit.example");
        values.put("name", "이은지");
        values.put("email", "eunji@example.com");
        values.put("until", "2026.11.26 14:30 (한국 시간)");
        values.put("link", LINK);
        values.put("stop", STOP);
        values.put("count", "3");
        values.put("organisation", "한빛그룹");
        values.put("address", "eunji.lee@hanbit.example");
        values.put("headline", "hanbit.example");
        values.put("story", "증명이 보이지 않아요.");
        values.put("advice", "레코드를 다시 올려 주세요.");
        values.put("role", "소유자");
        values.put("host", "chodae.test");
        return values;
    }
}
