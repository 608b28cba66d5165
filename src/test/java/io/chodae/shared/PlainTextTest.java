package io.chodae.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PlainTextTest {

    @ParameterizedTest(name = "{2}: {0}")
    @CsvFileSource(resources = "/plain-texts.csv", numLinesToSkip = 1)
    void makesOneSafeLine(String text, @Nullable String line, String why) {
        assertThat(PlainText.oneLine(Escapes.read(text))).as(why).isEqualTo(line == null ? "" : line);
    }

    @Test
    void keepsLinesButNothingElseThatIsInvisible() {
        assertThat(PlainText.lines("\r\n 첫 줄\u200B \r\n\r\n둘째\t줄\u2028 \n\n")).isEqualTo("첫 줄\n\n둘째 줄");
    }

    @Test
    void countsWhatPeopleCount() {
        assertThat(PlainText.length("🎉 환영")).isEqualTo(4);
    }
}
