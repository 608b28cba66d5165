package io.chodae.roster;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells of a sheet as the guard has seen them, in a file until all of the workbook has proved harmless. So nothing
 * opens an uploaded archive but the guard.
 */
final class SheetTape implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    /** More than a faultless value has, less than {@link DataOutputStream#writeUTF} takes. */
    private static final int MAX_TEXT = 20_000;

    private static final int ROW = 0;
    private static final int TEXT = 1;
    private static final int SHARED = 2;
    private static final int END = 3;

    private final Path file;
    private final DataOutputStream out;

    SheetTape() throws IOException {
        file = Files.createTempFile("roster-", ".cells");
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }

    /** @param number as the spreadsheet program shows it */
    void row(int number) throws IOException {
        out.writeByte(ROW);
        out.writeInt(number);
    }

    /** @param column from nought */
    void text(int column, String text) throws IOException {
        out.writeByte(TEXT);
        out.writeShort(column);
        out.writeUTF(text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT));
    }

    void shared(int column, int index) throws IOException {
        out.writeByte(SHARED);
        out.writeShort(column);
        out.writeInt(index);
    }

    /** Hands all rows on. */
    void play(SharedStrings shared, CellSink sink) throws IOException {
        out.writeByte(END);
        out.flush();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            int kind = in.readByte();
            while (kind == ROW) {
                int number = in.readInt();
                List<String> cells = new ArrayList<>();
                for (kind = in.readByte(); kind == TEXT || kind == SHARED; kind = in.readByte()) {
                    int column = in.readUnsignedShort();
                    put(cells, column, kind == TEXT ? in.readUTF() : shared.get(in.readInt()));
                }
                sink.row(number, cells);
            }
        }
    }

    private static void put(List<String> cells, int column, String text) {
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
