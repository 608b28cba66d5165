package io.chodae.campaign;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * The rows of a file on their way into a draft. They wait in a file on disk in the database's own format, so that the
 * draft is held only while the database takes them in at its full speed. After a kill the file is nothing but litter:
 * the reading begins anew.
 */
final class StagedRows implements AutoCloseable {

    private static final String COPY = """
            copy draft_row (customer_id, draft_id, row_no, source, shown_row, name, email, email_key, phone, extra_info,
                language, faults, warnings, standing, cells)
            from stdin""";

    private final StoredUpload upload;
    private final DraftJson json;
    private final Path file;
    private final BufferedWriter writer;
    private final CopyLine line;
    private int count;

    StagedRows(StoredUpload upload, DraftJson json) throws IOException {
        this.upload = upload;
        this.json = json;
        this.file = Files.createTempFile("roster-", ".rows");
        this.writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        this.line = new CopyLine(writer);
    }

    /** A row with the whole sheet's cells. */
    record Staged(CheckedRow row, List<String> cells) {}

    /** @param standing by match key */
    void add(List<Staged> rows, Map<String, String> standing) {
        try {
            for (Staged staged : rows) {
                add(staged.row(), staged.cells(), standing);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(CheckedRow row, List<String> cells, Map<String, String> standing) throws IOException {
        String key = row.emailKey();
        line.text(Long.toString(upload.customer().value()))
                .text(Long.toString(upload.draftId()))
                .number(RowStore.FILE_BASE + ++count)
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

    int count() {
        return count;
    }

    /** In the caller's transaction. */
    void copyInto(DataSource source) {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            writer.flush();
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, in, 1 << 16);
            }
        } catch (SQLException e) {
            throw Objects.requireNonNull(new SQLExceptionSubclassTranslator().translate("copy", COPY, e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    @Override
    public void close() throws IOException {
        try (writer) {
            Files.deleteIfExists(file);
        }
    }
}
