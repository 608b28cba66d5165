package io.chodae.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.notice.OfferWords.PlayWords;
import io.chodae.shared.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {

    private static final String LINK = "https://chodae.test/i/aBc-_9";

    @ParameterizedTest
    @CsvSource({
        "invitation,KO", "invitation,EN", "welcome,KO", "welcome,EN",
        "verify-email,KO", "verify-email,EN", "reset-password,KO", "reset-password,EN",
        "transfer,KO", "transfer,EN"
    })
    void textAndHtmlSayTheSameInTheSameOrder(String kind, Language language) throws Exception {
        Layout.Letter letter = Layout.read(kind, language).fill(values());
        Path dir = Files.createDirectories(Path.of("target/mails"));
        Files.writeString(dir.resolve(kind + "." + language.tag() + ".html"), letter.html());
        Files.writeString(dir.resolve(kind + "." + language.tag() + ".txt"), letter.subject() + "\n\n" + letter.text());

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
        values.put("domain", "hanbit.example");
        values.put("contact", "it@hanbit.example");
        values.put("name", "이은지");
        values.put("email", "eunji@example.com");
        values.put("until", "2026.11.26 14:30 (한국 시간)");
        values.put("link", LINK);
        values.put("stop", "https://chodae.test/u/aBc-_9");
        values.put("host", "chodae.test");
        return values;
    }
}
