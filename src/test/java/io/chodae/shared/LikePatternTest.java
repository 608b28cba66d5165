package io.chodae.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikePatternTest {

    @ParameterizedTest
    @CsvSource({"' Hanbit ', %hanbit%", "100%, %100\\%%", "a_b, %a\\_b%", "a\\b, %a\\\\b%", "'', %%"})
    void whatWasTypedStandsForItself(String text, String pattern) {
        assertThat(LikePattern.contains(text)).isEqualTo(pattern);
    }

    @ParameterizedTest
    @CsvSource({"010-1234, %0101234%", "(02) 123.45, %0212345%", "010 맹동주, %010 맹동주%", "a1, %a1%", "--, %--%", "'', %%"
    })
    void digitsAreFoundHoweverTheyAreGrouped(String text, String pattern) {
        assertThat(LikePattern.inDigits(text)).isEqualTo(pattern);
    }
}
