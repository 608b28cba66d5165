package io.chodae.campaign;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * The rows of a file on their way into a draft, in the database's own format: one thread writes them while another
 * copies them in. A few pieces wait in between; whoever is quicker waits for the other.
 */
final class StagedRows {

    private static final String COPY = """
            copy draft_row (customer_id, draft_id, row_no, source, shown_row, name, email, email_key, phone, extra_info,
                language, faults, warnings, standing, cells)
            from stdin""";

    private static final int PIECES = 8;
    /** Rows of a piece: larger arrays than it makes are dear to a small heap. */
    private static final int PIECE = 400;

    private static final byte[] END = {};

    private final StoredUpload upload;
    private final int base;
    private final DraftJson json;
    private final BlockingQueue<byte[]> pieces = new ArrayBlockingQueue<>(PIECES);
    private final StringBuilder text = new StringBuilder();
    private final CopyLine line = new CopyLine(text);
    private byte[] first = END;
    private int count;
    private boolean known;

    /** @param base the rows are numbered from the number after it */
    StagedRows(StoredUpload upload, int base, DraftJson json) {
        this.upload = upload;
        this.base = base;
        this.json = json;
    }

    /** A row with the whole sheet's cells. */
    record Staged(CheckedRow row, List<String> cells) {}

    /** @param standing by match key */
    void add(List<Staged> rows, Map<String, String> standing) throws InterruptedException {
        known |= !standing.isEmpty();
        for (int from = 0; from < rows.size(); from += PIECE) {
            for (Staged staged : rows.subList(from, Math.min(rows.size(), from + PIECE))) {
                add(staged.row(), staged.cells(), standing);
            }
            pieces.put(text.toString().getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
        }
    }

    private void add(CheckedRow row, List<String> cells, Map<String, String> standing) {
        String key = row.emailKey();
        line.number(upload.customer().value())
                .number(upload.draftId())
                .number(base + ++count)
                .text(RowSource.FILE.name())
                .number(row.shownRow())
                .text(row.name())
                .text(row.email())
                .text(key)
                .text(row.phone())
                .text(row.extraInfo())
                .text(Objects.toString(row.language(), null))
                .text(json.write(row.faults()))
                .text(json.write(row.warnings()))
                .text(key == null ? null : standing.get(key))
                .texts(cells)
                .end();
    }

    /** No more rows will come. */
    void end() throws InterruptedException {
        pieces.put(END);
    }

    int count() {
        return count;
    }

    /** Whether the publisher has anything with any of these people. */
    boolean anyKnown() {
        return known;
    }

    /** Waits for the first rows; false where there are none. */
    boolean awaitFirst() throws InterruptedException {
        first = pieces.take();
        return first.length > 0;
    }

    /** Until the last row, in the caller's transaction; after {@link #awaitFirst}. */
    void copyInto(DataSource source) throws InterruptedException {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
            try {
                for (byte[] piece = first; piece.length > 0; piece = pieces.take()) {
                    copy.writeToCopy(piece, 0, piece.length);
                }
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw Objects.requireNonNull(new SQLExceptionSubclassTranslator().translate("copy", COPY, e));
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }
}
