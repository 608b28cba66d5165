package io.chodae.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CheckRowTest {

    private final CheckRow checkRow = new CheckRow();

    @ParameterizedTest(name = "{3}: {0}")
    @CsvFileSource(resources = "/roster/phone-numbers.csv", numLinesToSkip = 1)
    void understandsPhoneNumbersAsPeopleWriteThem(
            String written, @Nullable String digits, @Nullable String finding, String why) {
        RosterRow row = checkRow.check(2, "김민서", "minseo@hanbit.example", written, "", null);
        boolean invalid = "invalid".equals(finding);
        assertThat(row.faults()).as(why).hasSize(invalid ? 1 : 0);
        assertThat(row.warnings()).as(why).hasSize("restored".equals(finding) ? 1 : 0);
        if (!invalid) {
            assertThat(row.phone()).as(why).isEqualTo(digits == null ? "" : digits);
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvFileSource(resources = "/roster/column-names.csv", numLinesToSkip = 1)
    void knowsColumnsByTheirNames(String name, @Nullable RosterColumn column) {
        assertThat(HeaderNames.match(List.of(name)).keySet()).isEqualTo(column == null ? Set.of() : Set.of(column));
    }

    @Test
    void countsCharactersAsPeopleDo() {
        String hundred = "🎉".repeat(100);
        assertThat(checkRow.check(2, hundred, "a@hanbit.example", "", hundred, null)
                        .ready())
                .isTrue();
        RosterRow longer = checkRow.check(2, hundred + "!", "a@hanbit.example", "", hundred + "!", null);
        assertThat(longer.faults())
                .containsExactly(
                        new RowFault(RosterColumn.NAME, FaultCode.NAME_TOO_LONG, hundred + "!", Map.of("max", "100")),
                        new RowFault(RosterColumn.NOTE, FaultCode.NOTE_TOO_LONG, hundred + "!", Map.of("max", "100")));
    }

    @Test
    void namesEveryFaultOfARowAtOnce() {
        assertThat(checkRow.check(2, " ", "x", "y", "", null).faults())
                .extracting(RowFault::code)
                .containsExactly(FaultCode.NAME_MISSING, FaultCode.EMAIL_INVALID, FaultCode.PHONE_INVALID);
    }

    @Test
    void quotesAHugeCellOnlyInPart() {
        RosterRow row = checkRow.check(2, "가".repeat(30_000), "a@hanbit.example", "", "", null);
        assertThat(row.name()).hasSizeLessThan(500);
        assertThat(row.faults().getFirst().value()).hasSizeLessThan(500).endsWith("…");
    }

    @Test
    void neverCutsACharacterInHalf() {
        String cut = RawValue.cut("a" + "🎉".repeat(400));
        assertThat(cut.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE))
                .isTrue();
    }

    @Test
    void marksTheSecondOfTwoTypedRowsToo() {
        FirstRows rows = new FirstRows();
        RosterRow first = checkRow.check(1, "김민서", "Minseo@Hanbit.example", "", "", "ko");
        RosterRow second = checkRow.check(2, "김민서", "minseo@hanbit.EXAMPLE", "", "", "ko-KR");
        assertThat(rows.mark(first)).isEqualTo(first);
        assertThat(rows.mark(second).faults())
                .containsExactly(new RowFault(
                        RosterColumn.EMAIL,
                        FaultCode.DUPLICATE_IN_FILE,
                        "minseo@hanbit.EXAMPLE",
                        Map.of("firstRow", "1")));
    }
}
