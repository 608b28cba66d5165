package io.chodae.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table as a workbook of one sheet. */
final class XlsxTable implements TableWriter {

    private static final int MAX_NAME = 31;
    private static final int WIDTH = 24;
    /** Rows that wait before they are written out. */
    private static final int WAITING = 500;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows;

    XlsxTable(OutputStream out, String name) {
        workbook = new Workbook(out, "Chodae", null);
        sheet = workbook.newWorksheet(name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name);
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<String> cells) throws IOException {
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
