package io.chodae.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, ?",
                "'', ?",
                "lang=ko, ?",
                "a=1&lang=en&b=2, ?a=1&b=2&",
                "language=ko, ?language=ko&",
                "continue=%2Fi%2Fa, ?continue=%2Fi%2Fa&",
                "continue=https%3A%2F%2Fother.example&x=1, ?x=1&",
                "continue=%2F%2Fother.example, ?",
                "continue=%zz, ?"
            })
    void aLinkToTheOtherLanguageKeepsTheQueryButNoWayOut(String query, String kept) {
        assertThat(Languages.queryBefore(query)).isEqualTo(kept);
    }
}
