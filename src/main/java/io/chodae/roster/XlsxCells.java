package io.chodae.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Makes texts of the cells of one sheet (ECMA-376 Part 1, 18.3.1) as its program shows them, and puts them on tape. */
final class XlsxCells implements PartReader {

    private static final String INLINE = "inlineStr";
    private static final String NUMBER = "n";

    private final XlsxFormats formats;
    private final SheetTape tape;
    private final CellValue value = new CellValue();

    private boolean inRow;
    private int row;
    private int column = -1;
    private String type = NUMBER;
    private @Nullable String style;

    XlsxCells(XlsxFormats formats, SheetTape tape) {
        this.formats = formats;
        this.tape = tape;
    }

    @Override
    public void start(String name, XMLStreamReader xml) {
        if (name.equals("row")) {
            String number = xml.getAttributeValue(null, "r");
            // where the file leaves numbers out, each row follows the one before
            row = number == null ? row + 1 : Integer.parseInt(number);
            column = -1;
            inRow = true;
            record(() -> tape.row(row));
        } else {
            value.start(name);
        }
    }

    @Override
    public void cell(int at, @Nullable String typeOfCell, XMLStreamReader xml) {
        column = at == 0 ? column + 1 : at - 1;
        type = typeOfCell == null ? NUMBER : typeOfCell;
        style = type.equals(NUMBER) ? xml.getAttributeValue(null, "s") : null;
        value.begin(type.equals(INLINE) ? "t" : "v");
    }

    @Override
    public void text(XMLStreamReader xml) {
        value.add(xml);
    }

    @Override
    public void end(String name) {
        if (name.equals("c") && inRow) {
            record(this::put);
        } else if (name.equals("row")) {
            inRow = false;
        } else {
            value.end(name);
        }
    }

    private void put() throws IOException {
        if (type.equals("s") && !value.isEmpty()) {
            tape.shared(column, value.number());
        } else {
            tape.text(column, shown(value.toString()));
        }
    }

    private String shown(String text) {
        return switch (type) {
            case NUMBER -> number(text);
            case "b" -> text.equals("1") ? "TRUE" : text.equals("0") ? "FALSE" : text;
            // texts, results of formulas, errors, dates as ISO 8601 writes them
            default -> text;
        };
    }

    private String number(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            return formats.date(number, style).orElseGet(() -> NumberText.of(number));
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private interface Recording {
        void run() throws IOException;
    }

    /** What fails here is our disk, not the file. */
    private static void record(Recording recording) {
        try {
            recording.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
