package io.chodae.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.poi.hssf.eventusermodel.AbortableHSSFListener;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/** Gathers the cell records of one sheet of an .xls into rows of text. */
final class XlsCells extends AbortableHSSFListener {

    private static final short GO_ON = 0;
    private static final short ENOUGH = 1;

    private final XlsSheets sheets;
    private final CellSink sink;
    private final FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(record -> {}, Locale.ENGLISH);

    private DateText dates = new DateText(false);
    private @Nullable SSTRecord strings;
    private int depth;
    private int substream = -2;
    private int row = -1;
    private List<String> cells = new ArrayList<>();
    private @Nullable FormulaRecord awaitsText;
    private final List<FormulaRecord> perhapsUncalculated = new ArrayList<>();

    /** What the taker of the rows threw: not the file's fault. */
    static final class SinkFailed extends RuntimeException {

        SinkFailed(RuntimeException cause) {
            super(cause);
        }

        RuntimeException thrown() {
            return (RuntimeException) Objects.requireNonNull(getCause());
        }
    }

    XlsCells(XlsSheets sheets, CellSink sink) {
        this.sheets = sheets;
        this.sink = sink;
    }

    @Override
    public short abortableProcessRecord(Record record) {
        formats.processRecord(record);
        switch (record) {
            case BOFRecord bof -> begin();
            case EOFRecord eof -> {
                if (--depth == 0 && here()) {
                    handOn();
                    return ENOUGH;
                }
            }
            case SSTRecord shared -> strings = shared;
            case DateWindow1904Record window -> dates = new DateText(window.getWindowing() == 1);
            default -> {
                if (here() && depth == 1) {
                    cell(record);
                }
            }
        }
        return GO_ON;
    }

    private void begin() {
        if (depth++ == 0) {
            substream++;
        }
    }

    private boolean here() {
        return substream == sheets.substream();
    }

    private void cell(Record record) {
        switch (record) {
            case LabelSSTRecord label -> put(label, shared(label.getSSTIndex()));
            case LabelRecord label -> put(label, label.getValue());
            case NumberRecord number -> put(number, number(number, number.getValue()));
            case BoolErrRecord cell ->
                put(cell, cell.isBoolean() ? bool(cell.getBooleanValue()) : error(cell.getErrorValue()));
            case FormulaRecord formula -> formula(formula);
            case StringRecord text -> {
                if (awaitsText != null) {
                    put(awaitsText, text.getString());
                    awaitsText = null;
                }
            }
            default -> {
                // rows' heights, merged ranges, drawings: no values
            }
        }
    }

    /** The value that the spreadsheet program saved; for the exception see {@link XlsJoinedText}. */
    private void formula(FormulaRecord formula) {
        awaitsText = null;
        if (formula.hasCachedResultString()) {
            awaitsText = formula;
            return;
        }
        put(
                formula,
                switch (formula.getCachedResultTypeEnum()) {
                    case BOOLEAN -> bool(formula.getCachedBooleanValue());
                    case ERROR -> error(formula.getCachedErrorValue());
                    default -> number(formula, formula.getValue());
                });
        if (formula.getCachedResultTypeEnum() == CellType.NUMERIC && formula.getValue() == 0) {
            perhapsUncalculated.add(formula);
        }
    }

    private void put(CellValueRecordInterface cell, String text) {
        if (cell.getRow() != row) {
            handOn();
            row = cell.getRow();
        }
        int column = cell.getColumn();
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
    }

    private void handOn() {
        if (row >= 0) {
            for (FormulaRecord formula : perhapsUncalculated) {
                XlsJoinedText.of(formula.getParsedExpression(), row, cells)
                        .ifPresent(text -> cells.set(formula.getColumn(), text));
            }
            perhapsUncalculated.clear();
            try {
                sink.row(row + 1, cells);
            } catch (RuntimeException e) {
                throw new SinkFailed(e);
            }
            cells = new ArrayList<>(cells.size());
        }
        row = -1;
    }

    private String shared(int index) {
        return strings == null ? "" : strings.getString(index).getString();
    }

    private String number(CellValueRecordInterface cell, double value) {
        return dates.read(value, formats.getFormatIndex(cell), formats.getFormatString(cell))
                .orElseGet(() -> NumberText.of(value));
    }

    private static String bool(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    private static String error(int code) {
        return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR";
    }
}
