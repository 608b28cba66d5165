package io.chodae.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.shared.FieldText.Field;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class FieldTextTest {

    private static final Map<Field, String> VALUES =
            Map.of(Field.NAME, "{{group}}", Field.GROUP, "$1\\", Field.SERVICE, "<b>", Field.EXPIRES, "");

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/field-texts.csv", numLinesToSkip = 1, delimiter = '|')
    void fills_fields_and_leaves_every_other_brace_alone(String text, String filled, String unknown) {
        assertThat(FieldText.fill(text, VALUES)).isEqualTo(filled);
        assertThat(String.join(" ", FieldText.unknown(text))).isEqualTo(unknown == null ? "" : unknown);
    }

    @Test
    void hostile_lengths_take_no_time() {
        String long1 = "{{a" + " ".repeat(200_000);
        String long2 = "{{ ".repeat(100_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(FieldText.fill(long1, VALUES)).isEqualTo(long1);
            assertThat(FieldText.fill(long2, VALUES)).isEqualTo(long2);
        });
    }
}
