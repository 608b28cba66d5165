package io.chodae.roster;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.chodae.shared.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/** The empty rosters that operators download and fill in, each with one example person. */
@Component
public class RosterTemplates {

    private static final List<RosterColumn> COLUMNS = List.of(RosterColumn.values());
    private static final List<Integer> WIDTHS = List.of(18, 34, 18, 28, 10);
    private static final int HINTS = 9;
    /** Rows whose cells are texts from the start, so that typing a phone number keeps its zero. */
    private static final int PREPARED_ROWS = 1_000;

    /** A workbook with the roster sheet first and a sheet of hints behind it. */
    public byte[] xlsx(Language language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Chodae", null)) {
            people(workbook.newWorksheet(text("template.sheet", language)), language);
            hints(workbook.newWorksheet(text("template.hints", language)), language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** UTF-8 with a byte order mark, without which Excel shows Korean as rubbish. */
    public byte[] csv(Language language) {
        StringWriter text = new StringWriter();
        text.write('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(headers(language)).writeRecord(example(language));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void people(Worksheet sheet, Language language) {
        List<String> headers = headers(language);
        List<String> example = example(language);
        for (int column = 0; column < headers.size(); column++) {
            sheet.width(column, WIDTHS.get(column));
            sheet.value(0, column, headers.get(column));
            sheet.value(1, column, example.get(column));
        }
        sheet.range(0, 0, 0, headers.size() - 1)
                .style()
                .bold()
                .fillColor("E8EEF7")
                .set();
        sheet.range(1, 0, PREPARED_ROWS, headers.size() - 1).style().format("@").set();
        sheet.freezePane(0, 1);
    }

    private static void hints(Worksheet sheet, Language language) {
        sheet.width(0, 100);
        for (int hint = 1; hint <= HINTS; hint++) {
            sheet.value(hint - 1, 0, text("template.hint." + hint, language));
        }
    }

    private static List<String> headers(Language language) {
        return COLUMNS.stream()
                .map(column -> {
                    boolean required = column == RosterColumn.NAME || column == RosterColumn.EMAIL;
                    return text("column." + column, language) + (required ? " *" : "");
                })
                .toList();
    }

    private static List<String> example(Language language) {
        return Stream.of("name", "email", "phone", "note", "language")
                .map(value -> text("template.example." + value, language))
                .toList();
    }

    private static String text(String key, Language language) {
        return RosterTexts.text("roster." + key, Map.of(), language);
    }
}
