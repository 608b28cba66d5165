package io.chodae.roster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableWriterTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"=1+1,'=1+1", "+82 10,'+82 10", "-,'-", "@SUM,'@SUM", "a=b,a=b", "＝1,'＝1"})
    void nothing_that_looks_like_a_formula_starts_a_cell(String text, String cell) {
        assertThat(CellText.safe(text)).isEqualTo(cell);
    }

    @Test
    void tabs_and_line_ends_do_not_either() {
        assertThat(CellText.safe("\t=1")).startsWith("'");
        assertThat(CellText.safe("\r=1")).startsWith("'");
        assertThat(CellText.safe("")).isEmpty();
    }

    @Test
    void a_text_file_begins_with_the_mark_that_excel_needs() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TableWriter table = TableWriter.csv(bytes)) {
            table.row(List.of("이름", "말, 그리고 \"인용\""));
        }
        assertThat(bytes.toString(UTF_8)).isEqualTo("\uFEFF이름,\"말, 그리고 \"\"인용\"\"\"\r\n");
    }

    @Test
    void a_workbook_holds_every_row_however_many_there_are() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TableWriter table = TableWriter.xlsx(bytes, "행")) {
            for (int i = 0; i < 1_234; i++) {
                table.row(List.of("이름 " + i, "=" + i));
            }
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(1_234);
            assertThat(rows.getLast().getCell(0).getText()).isEqualTo("이름 1233");
            assertThat(rows.getLast().getCell(1).getText()).isEqualTo("'=1233");
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 1", "5, 2", "7, 2", "8, 3", "1500, 500"})
    void what_does_not_fit_into_a_sheet_goes_on_in_the_next(int people, int sheets) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TableWriter table = new XlsxTable(bytes, "아주 긴 이름은 통합 문서가 받아 주는 길이까지만 남아요 정말", 4)) {
            table.row(List.of("이름"));
            for (int i = 1; i < people; i++) {
                table.row(List.of("이름 " + i));
            }
        }
        List<String> found = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(workbook.getSheets()).hasSize(sheets);
            for (Sheet sheet : workbook.getSheets().toList()) {
                List<Row> rows = sheet.read();
                assertThat(rows).hasSizeLessThanOrEqualTo(4);
                assertThat(rows.getFirst().getCell(0).getText()).isEqualTo("이름");
                rows.stream().skip(1).forEach(row -> found.add(row.getCell(0).getText()));
            }
        }
        assertThat(found)
                .containsExactlyElementsOf(
                        IntStream.range(1, people).mapToObj(i -> "이름 " + i).toList());
    }
}
