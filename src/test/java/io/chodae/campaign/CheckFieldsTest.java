package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.shared.Language;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CheckFieldsTest {

    private static final Pattern LENGTH = Pattern.compile("\\{([0-9]+)}");

    private final CheckFields check = new CheckFields();

    @ParameterizedTest(name = "{0} = {1} gives {2}")
    @CsvFileSource(resources = "/campaign/fields.csv", numLinesToSkip = 1)
    void says_what_is_wrong_with_a_field(String field, String value, String fault) {
        List<DraftFault> faults =
                check.faults(with(field, text(value == null ? "" : value)).cleaned());

        assertThat(faults.stream()
                        .map(found -> found.field() + " " + found.code())
                        .toList())
                .isEqualTo(fault == null ? List.of() : List.of(field + " " + fault));
    }

    /** {@code {n}} stands for n characters beyond the basic plane, which UTF-16 would count twice. */
    private static String text(String value) {
        Matcher length = LENGTH.matcher(value);
        return length.matches() ? "𠮷".repeat(Integer.parseInt(length.group(1))) : value;
    }

    private static DraftContent with(String field, String value) {
        return new DraftContent(
                field.equals("inviterName") ? value : "한빛호텔",
                field.equals("contactEmail") ? value : "help@hanbit-hotel.example",
                field.equals("contactPhone") ? value : "02-123-4567",
                field.equals("reason") ? value : "",
                TargetChoice.UNCLASSIFIED,
                null,
                "",
                "",
                List.of(1L),
                Language.KO);
    }
}
