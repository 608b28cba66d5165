package io.chodae.console;

import io.chodae.roster.TableWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers with a table as a file, written while it is sent. */
final class TableDownload {

    private TableDownload() {}

    /** Writes the rows. */
    interface Rows {
        void to(TableWriter table) throws IOException;
    }

    /** @param format {@code xlsx} or {@code csv} */
    static void send(HttpServletResponse response, String name, String format, Rows rows) throws IOException {
        boolean workbook = format.equals("xlsx");
        response.setContentType(
                workbook
                        ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                        : "text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "." + format + "\"");
        TableWriter table = workbook
                ? TableWriter.xlsx(response.getOutputStream(), "Chodae")
                : TableWriter.csv(response.getOutputStream());
        rows.to(table);
        // ended only when all of it is there: what breaks off halfway must not look like a whole table
        table.close();
    }
}
