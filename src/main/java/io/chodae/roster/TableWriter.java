package io.chodae.roster;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes a table of texts as a file for spreadsheet programs. Rows leave as they come, so that a long table needs little
 * memory. A text that such a program could take for a formula is written with an apostrophe before it.
 */
public interface TableWriter extends Closeable {

    /** The first row holds the names of the columns. */
    void row(List<String> cells) throws IOException;

    /** @param sheet its name; shortened to what a workbook allows */
    static TableWriter xlsx(OutputStream out, String sheet) {
        return new XlsxTable(out, sheet);
    }

    /** UTF-8 with a byte order mark, without which Excel shows Korean as rubbish. */
    static TableWriter csv(OutputStream out) throws IOException {
        return new CsvTable(out);
    }
}
