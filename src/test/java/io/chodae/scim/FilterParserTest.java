package io.chodae.scim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Filters, read from a file of cases. */
class FilterParserTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/scim/filters.csv", numLinesToSkip = 1, delimiter = ';', quoteCharacter = '`')
    void readsAFilterOrSaysWhatIsAllowed(String filter, @Nullable String read, @Nullable String says) {
        Parsed<Filter> parsed = FilterParser.parse(filter);

        if (read != null) {
            assertThat(parsed).isInstanceOf(Parsed.Good.class);
            assertThat(written(((Parsed.Good<Filter>) parsed).value())).isEqualTo(read);
            assertThat(
                            UserFilters.parse(Optional.of(filter)) instanceof Parsed.Bad<?> bad
                                    ? bad.error().detail()
                                    : "")
                    .contains(says == null ? "" : says);
        } else {
            assertThat(error(parsed).kind()).isEqualTo(ErrorKind.INVALID_FILTER);
            assertThat(error(parsed).detail()).contains(says).contains("It compares one of id, externalId, userName");
        }
    }

    @Test
    @Timeout(5)
    void boundsWhatAFilterMayBe() {
        assertThat(error(FilterParser.parse("(".repeat(4_001))).detail()).contains("longer than 4,000");
        assertThat(error(FilterParser.parse("(".repeat(4_000))).detail()).contains("deeper than 20");
        assertThat(error(FilterParser.parse("not (".repeat(800))).detail()).contains("deeper than 20");
        assertThat(error(FilterParser.parse("id pr" + " and id pr".repeat(390))).detail())
                .contains("no more than 100");
        assertThat(FilterParser.parse("id pr" + " and id pr".repeat(50) + " or id pr"))
                .isInstanceOf(Parsed.Good.class);
        assertThat(error(FilterParser.parse("\u001b[2J eq 1")).detail()).doesNotContain("\u001b");
        assertThat(error(FilterParser.parse("userName eq \"" + "\\\\".repeat(1_900)))
                        .detail())
                .contains("expected a value");
    }

    private static ScimError error(Parsed<Filter> parsed) {
        return ((Parsed.Bad<Filter>) parsed).error();
    }

    private static String written(Filter filter) {
        return switch (filter) {
            case Filter.And and -> joined(and.parts(), " and ");
            case Filter.Or or -> joined(or.parts(), " or ");
            case Filter.Not not -> "not " + written(not.part());
            case Filter.Compare compare ->
                (compare.attribute().path() + " " + compare.operator() + " "
                                + (compare.text() ? "\"" + compare.value() + "\"" : compare.value()))
                        .strip();
        };
    }

    private static String joined(List<Filter> parts, String word) {
        return parts.stream().map(FilterParserTest::written).collect(Collectors.joining(word, "(", ")"));
    }
}
