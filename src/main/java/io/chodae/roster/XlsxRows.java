package io.chodae.roster;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads an .xlsx row by row, when {@link WorkbookGuard} has seen all of it. */
final class XlsxRows {

    private XlsxRows() {}

    static void read(Path file, @Nullable String wanted, CellSink sink) throws IOException {
        try (SheetTape tape = new SheetTape()) {
            XlsxParts parts = new XlsxParts(wanted, tape);
            WorkbookGuard.check(file, parts);
            sink.sheet(parts.sheetName(), parts.otherSheets());
            tape.play(parts.strings(), sink);
        }
    }
}
