package io.chodae.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.shared.Escapes;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ReadPastedTest {

    @ParameterizedTest(name = "{2}")
    @CsvFileSource(resources = "/roster/pasted.csv", numLinesToSkip = 1, ignoreLeadingAndTrailingWhitespace = false)
    void copiedRowsBecomePeople(String copied, @Nullable String people, String why) {
        assertThat(shown(Escapes.read(copied).replace("\\t", "\t"))).as(why).isEqualTo(people == null ? "" : people);
    }

    @Test
    void aLongTextIsReadOnceThrough() {
        String text = "\"김민서\tminseo@hanbit.example\t\"\n".repeat(20_000);
        assertThat(ReadPasted.read(text)).hasSizeGreaterThan(1);
    }

    private static String shown(String copied) {
        return ReadPasted.read(copied).stream()
                .map(row -> String.join("|", row.name(), row.email(), row.phone(), row.extraInfo()))
                .collect(Collectors.joining(";"));
    }
}
