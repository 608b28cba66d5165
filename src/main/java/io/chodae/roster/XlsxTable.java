package io.chodae.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table as a workbook. What does not fit into a sheet goes on in a further one, which begins with the names of the
 * columns again.
 */
final class XlsxTable implements TableWriter {

    private static final int MAX_NAME = 31;
    private static final int WIDTH = 24;
    /** Rows that wait before they are written out. */
    private static final int WAITING = 500;

    private final Workbook workbook;
    private final String name;
    private final int mostRows;

    private Worksheet sheet;
    private List<String> columns = List.of();
    private int sheets;
    private int rows;

    XlsxTable(OutputStream out, String name) {
        this(out, name, Worksheet.MAX_ROWS);
    }

    /** @param mostRows of a sheet, the names of the columns included */
    XlsxTable(OutputStream out, String name, int mostRows) {
        this.workbook = new Workbook(out, "Chodae", null);
        this.name = name;
        this.mostRows = mostRows;
        this.sheet = begin();
    }

    @Override
    public void row(List<String> cells) throws IOException {
        if (sheets == 1 && rows == 0) {
            columns = List.copyOf(cells);
        } else if (rows == mostRows) {
            sheet.finish();
            sheet = begin();
            write(columns);
        }
        write(cells);
    }

    private Worksheet begin() {
        sheets++;
        rows = 0;
        String number = sheets == 1 ? "" : " " + sheets;
        Worksheet begun =
                workbook.newWorksheet(name.substring(0, Math.min(name.length(), MAX_NAME - number.length())) + number);
        begun.freezePane(0, 1);
        return begun;
    }

    private void write(List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            if (rows == 0) {
                sheet.width(column, WIDTH);
            }
            // not shared: a shared text would be kept until the end
            sheet.inlineString(rows, column, CellText.safe(cells.get(column)));
        }
        if (rows == 0 && !cells.isEmpty()) {
            sheet.range(0, 0, 0, cells.size() - 1)
                    .style()
                    .bold()
                    .fillColor("E8EEF7")
                    .set();
        }
        if (++rows % WAITING == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
