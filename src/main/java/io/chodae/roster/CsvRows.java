package io.chodae.roster;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/** Reads delimited text. The row number counts records, as a spreadsheet program does, not lines. */
final class CsvRows {

    private static final int MAX_FIELDS = 16_384;
    private static final int MAX_RECORD = 1 << 20;
    private static final int SAMPLE = 1 << 16;
    private static final int SAMPLE_ROWS = 10;
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

    private CsvRows() {}

    static void read(Path file, CellSink sink) throws IOException {
        Charset encoding =
                TextEncoding.find(file).orElseThrow(() -> new UnreadableRoster(RosterProblem.ENCODING_UNKNOWN));
        sink.sheet("", List.of());
        try (Reader reader = TextEncoding.open(file, encoding);
                CsvReader<CsvRecord> rows = csv(delimiter(file, encoding), reader)) {
            int number = 0;
            for (CsvRecord row : rows) {
                sink.row(++number, row.getFields().stream().map(CsvRows::text).toList());
            }
        } catch (CsvParseException e) {
            throw new UnreadableRoster(RosterProblem.DAMAGED);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The delimiter by which one of the first rows shows most column names; failing that, most columns. */
    private static char delimiter(Path file, Charset encoding) throws IOException {
        char[] sample = new char[SAMPLE];
        int length;
        try (Reader reader = TextEncoding.open(file, encoding)) {
            length = Math.max(0, reader.read(sample));
        }
        String text = new String(sample, 0, length);
        char best = ',';
        int bestWeight = -1;
        for (char candidate : DELIMITERS) {
            int weight = weight(text, candidate);
            if (weight > bestWeight) {
                best = candidate;
                bestWeight = weight;
            }
        }
        return best;
    }

    private static int weight(String sample, char delimiter) {
        int weight = 0;
        int rows = 0;
        try (CsvReader<CsvRecord> reader = csv(delimiter, new StringReader(sample))) {
            for (CsvRecord row : reader) {
                int named = HeaderNames.match(row.getFields()).size();
                weight = Math.max(weight, named * 1_000 + Math.min(row.getFieldCount(), 999));
                if (!row.getFields().stream().allMatch(String::isBlank) && ++rows == SAMPLE_ROWS) {
                    break;
                }
            }
        } catch (CsvParseException | IOException e) {
            // read by the wrong delimiter a quote may stand anywhere; what was seen before it still counts
        }
        return weight;
    }

    private static CsvReader<CsvRecord> csv(char delimiter, Reader reader) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .trimWhitespacesAroundQuotes(true)
                .maxBufferSize(MAX_RECORD)
                .build(
                        CsvRecordHandler.of(limits -> limits.maxFields(MAX_FIELDS)
                                .maxFieldSize(MAX_RECORD)
                                .maxRecordSize(MAX_RECORD)),
                        reader);
    }

    /** {@code ="010…"} is how web shops keep Excel from taking a number for a quantity. */
    private static String text(String raw) {
        // no database takes it, and nobody sees it
        String field = raw.indexOf('\0') < 0 ? raw : raw.replace("\0", "");
        return field.length() > 3 && field.startsWith("=\"") && field.endsWith("\"")
                ? field.substring(2, field.length() - 1)
                : field;
    }
}
