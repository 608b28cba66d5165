package io.chodae.command;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.chodae.identity.ImportedAccount;
import io.chodae.identity.ImportedChunk.RefusedLine;
import io.chodae.shared.PlainText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of accounts in UTF-8: CSV with a header, or JSON Lines, told apart by the name's end. The columns and fields are
 * {@code email}, {@code name}, {@code language}, {@code verified} and {@code passwordHash}; only the first must be there.
 */
final class AccountFile {

    private static final Set<String> FIELDS = Set.of("email", "name", "language", "verified", "passwordhash");

    private final Path file;
    private final JsonMapper json = new JsonMapper();

    AccountFile(Path file) {
        this.file = file;
    }

    /**
     * Reads the file from its beginning to its end.
     *
     * @param lines gets each line that can be read
     * @param refused gets each that cannot
     * @throws UnusableFile where nothing of it can be taken
     */
    void read(Consumer<ImportedAccount> lines, Consumer<RefusedLine> refused) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        try {
            if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
                readJsonLines(lines, refused);
            } else {
                readCsv(lines, refused);
            }
        } catch (CsvParseException e) {
            throw new UnusableFile("The file cannot be read on as CSV: " + e.getMessage()
                    + " Mend it and run the import again; what was taken already is passed over.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readCsv(Consumer<ImportedAccount> lines, Consumer<RefusedLine> refused) throws IOException {
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .skipEmptyLines(true)
                .ofCsvRecord(file)) {
            List<String> header = null;
            for (CsvRecord row : records) {
                if (header == null) {
                    header = header(row.getFields());
                    continue;
                }
                List<String> fields = row.getFields();
                if (fields.size() != header.size()) {
                    refused.accept(new RefusedLine(
                            row.getStartingLineNumber(),
                            "has " + fields.size() + " columns where the header has " + header.size()));
                    continue;
                }
                Map<String, String> values = new HashMap<>();
                for (int i = 0; i < fields.size(); i++) {
                    values.put(header.get(i), fields.get(i));
                }
                pass(row.getStartingLineNumber(), values, lines, refused);
            }
            if (header == null) {
                throw new UnusableFile("The file is empty.");
            }
        }
    }

    private void readJsonLines(Consumer<ImportedAccount> lines, Consumer<RefusedLine> refused) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            long number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (text.isBlank()) {
                    continue;
                }
                Map<String, String> values = new HashMap<>();
                if (!object(text, values)) {
                    refused.accept(new RefusedLine(number, "not a JSON object with texts, numbers or booleans"));
                } else if (!FIELDS.containsAll(values.keySet())) {
                    refused.accept(new RefusedLine(number, "unknown fields: " + unknown(values.keySet())));
                } else {
                    pass(number, values, lines, refused);
                }
            }
        }
    }

    private boolean object(String line, Map<String, String> values) {
        try {
            JsonNode node = json.readTree(line);
            if (!node.isObject()) {
                return false;
            }
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                JsonNode value = field.getValue();
                if (!value.isValueNode()) {
                    return false;
                }
                values.put(field.getKey().toLowerCase(Locale.ROOT), value.isNull() ? "" : value.asString());
            }
            return true;
        } catch (JacksonException e) {
            return false;
        }
    }

    private static String unknown(Collection<String> names) {
        return names.stream()
                .filter(name -> !FIELDS.contains(name))
                .sorted()
                .map(PlainText::oneLine)
                .collect(Collectors.joining(", "));
    }

    private static List<String> header(List<String> fields) {
        List<String> header =
                fields.stream().map(one -> one.strip().toLowerCase(Locale.ROOT)).toList();
        if (!header.contains("email")) {
            throw new UnusableFile("The first line must name the columns, and one of them must be email. Known are:"
                    + " email, name, language, verified, passwordHash.");
        }
        if (!FIELDS.containsAll(header)) {
            throw new UnusableFile("Unknown columns: " + unknown(header)
                    + ". Known are: email, name, language, verified, passwordHash.");
        }
        return header;
    }

    private static void pass(
            long line, Map<String, String> values, Consumer<ImportedAccount> lines, Consumer<RefusedLine> refused) {
        if (values.values().stream().anyMatch(value -> value.indexOf('\uFFFD') >= 0)) {
            refused.accept(new RefusedLine(line, "has bytes that are not UTF-8"));
            return;
        }
        lines.accept(new ImportedAccount(
                line,
                values.getOrDefault("email", ""),
                values.getOrDefault("name", ""),
                values.getOrDefault("language", ""),
                values.getOrDefault("verified", ""),
                values.get("passwordhash")));
    }

    /** Says to the person at the command line what to do. */
    static final class UnusableFile extends RuntimeException {
        UnusableFile(String message) {
            super(message);
        }
    }
}
