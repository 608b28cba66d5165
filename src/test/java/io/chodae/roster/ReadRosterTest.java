package io.chodae.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.chodae.shared.Escapes;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadRosterTest {

    private static final String TWO = "이름,이메일\n김민서,minseo@hanbit.example\n이도윤,doyun@hanbit.example\n";

    private final ReadRoster readRoster = new ReadRoster(new CheckRow());

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"roster-mixed.xlsx", "roster-mixed.xls"})
    void findsInEachRowWhatTheListOfFaultsSays(String name) throws IOException {
        Roster roster = roster(RosterFiles.fixture(name));
        Map<Integer, RosterRow> rows =
                roster.rows().stream().collect(Collectors.toMap(RosterRow::sheetRow, Function.identity()));
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> lines =
                CsvReader.builder().ofNamedCsvRecord(RosterFiles.fixture("roster-mixed.expected.csv"))) {
            for (NamedCsvRecord line : lines) {
                int number = Integer.parseInt(line.getField("row"));
                expected.add(number + " " + line.getField("error") + " " + line.getField("warning"));
                RosterRow row = rows.remove(number);
                found.add(number + " " + (row == null ? "- " : faults(row) + " " + warnings(row)));
            }
        }
        assertThat(found).isEqualTo(expected);
        assertThat(rows).isEmpty();
        assertThat(roster.sheetName()).isEqualTo("명단");
        assertThat(roster.otherSheets()).containsExactly("참고");
        assertThat(roster.headerRow()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"roster-mixed.xlsx", "roster-mixed.xls"})
    void cleansTheValuesOfTheMixedRoster(String name) {
        Map<Integer, RosterRow> rows = roster(RosterFiles.fixture(name)).rows().stream()
                .collect(Collectors.toMap(RosterRow::sheetRow, Function.identity()));
        assertThat(row(rows, 5).phone()).isEqualTo("01023456789");
        assertThat(row(rows, 6).email()).isEqualTo("seojun.park@hanbit-hotel.example");
        assertThat(row(rows, 6).warnings().getFirst().value()).isEqualTo("  seojun.park@hanbit-hotel.example ");
        assertThat(row(rows, 7).faults().getFirst().args()).containsEntry("firstRow", "4");
        assertThat(row(rows, 11).email()).isEqualTo("yuna+front@hanbit-hotel.example");
        assertThat(row(rows, 11).phone()).isEqualTo("01078901234");
        assertThat(row(rows, 15).email()).isEqualTo("soyul@hanbit-hotel.example");
        assertThat(row(rows, 16).extraInfo()).isEqualTo("2026-10-01");
        assertThat(row(rows, 18).faults().getFirst().value()).isEqualTo("내선 1234");
        assertThat(row(rows, 20).email()).isEqualTo("sol@hanbit-hotel.example");
        assertThat(row(rows, 21).name()).isEqualTo("=HYPERLINK(\"http://x.example\")");
        assertThat(row(rows, 22).name()).isEqualTo("황<b>굵게</b>");
        assertThat(row(rows, 23).name()).isEqualTo("안 줄바꿈");
        assertThat(row(rows, 25).extraInfo()).isEqualTo("🎉 환영");
        assertThat(row(rows, 28).phone()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "roster-12.xlsx",
                "roster-12.xls",
                "roster-12.csv",
                "roster-12-utf8-bom.csv",
                "roster-12-cp949.csv",
                "roster-12-utf16-tab.csv"
            })
    void readsTheSameTwelvePeopleFromEachFormat(String name) throws IOException {
        List<RosterRow> expected = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> lines =
                CsvReader.builder().ofNamedCsvRecord(RosterFiles.fixture("roster-12.csv"))) {
            for (NamedCsvRecord line : lines) {
                expected.add(new RosterRow(
                        expected.size() + 2,
                        line.getField("이름"),
                        line.getField("이메일"),
                        line.getField("연락처").replace("-", ""),
                        line.getField("추가 정보"),
                        null,
                        List.of(),
                        List.of()));
            }
        }
        assertThat(expected).hasSize(12);
        assertThat(roster(RosterFiles.fixture(name)).rows()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{2}")
    @CsvFileSource(resources = "/roster/odd-lists.csv", numLinesToSkip = 1, ignoreLeadingAndTrailingWhitespace = false)
    void understandsOddLists(String list, String outcome, String why) {
        Path file = RosterFiles.text(directory, Escapes.read(list.replace("\\t", "\t")), StandardCharsets.UTF_8);
        assertThat(RosterFiles.outcome(read(file))).as(why).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "x-windows-949"})
    void findsTheEncodingByContent(String encoding) {
        Charset charset = Charset.forName(encoding);
        assertThat(outcome(RosterFiles.text(directory, TWO, charset)))
                .isEqualTo("2 김민서 <minseo@hanbit.example> | 3 이도윤 <doyun@hanbit.example>");
        if (!encoding.startsWith("x-")) {
            assertThat(outcome(RosterFiles.text(directory, "\uFEFF" + TWO, charset)))
                    .isEqualTo(outcome(RosterFiles.text(directory, TWO, charset)));
        }
    }

    @Test
    void looksForTheEncodingInTheWholeFile() {
        String late = TWO + "a,b\n".repeat(20_000) + "뷁펲,x@hanbit.example\n";
        Roster roster = roster(RosterFiles.text(directory, late, Charset.forName("x-windows-949")));
        assertThat(roster.rows().getLast().name()).isEqualTo("뷁펲");
    }

    @Test
    void saysWhereNoEncodingFits() {
        byte[] bytes = (TWO + "??").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xFF;
        bytes[bytes.length - 1] = (byte) 0xFF;
        assertThat(outcome(RosterFiles.bytes(directory, bytes))).isEqualTo("ENCODING_UNKNOWN");
    }

    @Test
    void refusesWhatIsEmptyOrTooLarge() {
        assertThat(outcome(RosterFiles.bytes(directory, new byte[0]))).isEqualTo("EMPTY");
        Path file = RosterFiles.text(directory, "x".repeat((1 << 20) + 1), StandardCharsets.UTF_8);
        assertThat(readRoster.read(file, "x.csv", new RosterLimits(10, 1 << 20)))
                .isEqualTo(new RosterReading.Unreadable(RosterProblem.TOO_LARGE, Map.of("found", "2", "limit", "1")));
    }

    @Test
    void countsAllPeopleOfAListThatIsTooLong() {
        Path file = RosterFiles.text(directory, TWO, StandardCharsets.UTF_8);
        assertThat(readRoster.read(file, "x.csv", new RosterLimits(1, 1 << 20)))
                .isEqualTo(
                        new RosterReading.Unreadable(RosterProblem.TOO_MANY_ROWS, Map.of("found", "2", "limit", "1")));
        assertThat(readRoster.read(file, "x.csv", new RosterLimits(2, 1 << 20))).isInstanceOf(RosterReading.Read.class);
    }

    @Test
    void handsPeopleOnOneByOneAndNamesTheColumns() {
        List<Object> seen = new ArrayList<>();
        RosterConsumer consumer = new RosterConsumer() {
            @Override
            public void sheet(RosterSheet sheet) {
                seen.add(sheet);
            }

            @Override
            public void row(RosterRow row) {
                seen.add(row.name());
            }
        };
        Path file = RosterFiles.text(directory, TWO.replace("이름", "이름 *"), StandardCharsets.UTF_8);
        assertThat(readRoster.read(file, RosterLimits.STANDARD, consumer)).isEqualTo(Optional.empty());
        Map<RosterColumn, String> columns = Map.of(RosterColumn.NAME, "이름 *", RosterColumn.EMAIL, "이메일");
        assertThat(seen).containsExactly(new RosterSheet("", List.of(), 1, columns), "김민서", "이도윤");
    }

    @ParameterizedTest
    @ValueSource(strings = {"roster-12.xlsx", "roster-12.xls", "roster-12.csv"})
    void leavesAFailureOfTheConsumerAlone(String name) {
        RosterConsumer failing = new RosterConsumer() {
            @Override
            public void sheet(RosterSheet sheet) {}

            @Override
            public void row(RosterRow row) {
                throw new IllegalStateException("the database went away");
            }
        };
        Path file = RosterFiles.fixture(name);
        assertThatThrownBy(() -> readRoster.read(file, RosterLimits.STANDARD, failing))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the database went away");
    }

    private static RosterRow row(Map<Integer, RosterRow> rows, int number) {
        return Objects.requireNonNull(rows.get(number));
    }

    private static String faults(RosterRow row) {
        return row.faults().stream().map(fault -> fault.code().name()).collect(Collectors.joining("+"));
    }

    private static String warnings(RosterRow row) {
        return row.warnings().stream().map(warning -> warning.code().name()).collect(Collectors.joining("+"));
    }

    private Roster roster(Path file) {
        assertThat(read(file)).isInstanceOf(RosterReading.Read.class);
        return ((RosterReading.Read) read(file)).roster();
    }

    private String outcome(Path file) {
        return RosterFiles.outcome(read(file));
    }

    private RosterReading read(Path file) {
        return readRoster.read(file, "anything.bin", RosterLimits.STANDARD);
    }
}
