package io.chodae.roster;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts copied text into rows of cells as spreadsheet programs copy them: tabs between cells, and quotes only around a
 * cell that holds a tab, a line end or a quote beside one of these. Any other quote is a character like all others, so
 * that no reader of CSV fits. Addresses without a tab are cut at the comma or semicolon that every line has, if there is one.
 */
final class PastedCells {

    private static final List<Character> OTHER_SEPARATORS = List.of(';', ',');

    private final String text;
    private final char separator;
    private int at;

    private PastedCells(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** Rows without any text are left out. */
    static List<List<String>> of(String copied) {
        String text = copied.replace("\r\n", "\n").replace('\r', '\n');
        PastedCells cells = new PastedCells(text, separator(text));
        List<List<String>> rows = new ArrayList<>();
        while (cells.at < text.length()) {
            List<String> row = cells.row();
            if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static char separator(String text) {
        if (text.indexOf('\t') < 0 && text.indexOf('@') >= 0) {
            for (char other : OTHER_SEPARATORS) {
                if (text.lines().filter(line -> !line.isBlank()).allMatch(line -> line.indexOf(other) >= 0)) {
                    return other;
                }
            }
        }
        return '\t';
    }

    private List<String> row() {
        List<String> row = new ArrayList<>();
        row.add(cell());
        while (at < text.length() && text.charAt(at) == separator) {
            at++;
            row.add(cell());
        }
        at++;
        return row;
    }

    private String cell() {
        int close = at < text.length() && text.charAt(at) == '"' ? closing(at + 1) : -1;
        if (close >= 0) {
            String quoted = text.substring(at + 1, close).replace("\"\"", "\"");
            at = close + 1;
            return quoted;
        }
        int start = at;
        while (at < text.length() && !ends(at)) {
            at++;
        }
        return text.substring(start, at);
    }

    /** The quote that ends a quoted cell; -1 where the cell is none, and its first quote means itself. */
    private int closing(int from) {
        for (int i = text.indexOf('"', from); i >= 0; i = text.indexOf('"', i)) {
            if (i + 1 == text.length() || ends(i + 1)) {
                return i;
            }
            if (text.charAt(i + 1) != '"') {
                return -1;
            }
            i += 2;
        }
        return -1;
    }

    private boolean ends(int place) {
        return text.charAt(place) == separator || text.charAt(place) == '\n';
    }
}
