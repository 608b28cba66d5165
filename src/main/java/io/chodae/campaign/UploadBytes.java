package io.chodae.campaign;

import io.chodae.shared.CustomerId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The bytes of uploads, in pieces: neither side ever holds a whole file in memory, or a transaction for its length. */
@Repository
class UploadBytes {

    private static final int PIECE = 1 << 18;
    /** In one transaction: a commit is dearer than a piece. */
    private static final int TOGETHER = 32;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    UploadBytes(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    void store(CustomerId customer, long uploadId, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            for (int number = 0; more(customer, uploadId, number, in); number += TOGETHER) {
                // the next ones
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there may be more after these. */
    private boolean more(CustomerId customer, long uploadId, int first, InputStream in) {
        return transaction.execute(status -> {
            int length = PIECE;
            for (int number = first; number < first + TOGETHER && length == PIECE; number++) {
                length = insert(customer, uploadId, number, in);
            }
            return length == PIECE;
        });
    }

    private int insert(CustomerId customer, long uploadId, int number, InputStream in) {
        byte[] piece;
        try {
            piece = in.readNBytes(PIECE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (piece.length > 0) {
            jdbc.sql("""
                            insert into roster_upload_chunk (customer_id, upload_id, chunk_no, content)
                            values (:customer, :upload, :number, :content)""")
                    .param("customer", customer.value())
                    .param("upload", uploadId)
                    .param("number", number)
                    .param("content", piece)
                    .update();
        }
        return piece.length;
    }

    /** Writes what was stored into a file; nothing of an upload that is gone. */
    void load(CustomerId customer, long uploadId, Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            int number = 0;
            for (Optional<byte[]> piece = piece(customer, uploadId, number);
                    piece.isPresent();
                    piece = piece(customer, uploadId, ++number)) {
                out.write(piece.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<byte[]> piece(CustomerId customer, long uploadId, int number) {
        return jdbc.sql("""
                        select content from roster_upload_chunk
                        where customer_id = :customer and upload_id = :upload and chunk_no = :number""")
                .param("customer", customer.value())
                .param("upload", uploadId)
                .param("number", number)
                .query((rs, row) -> rs.getBytes("content"))
                .optional();
    }
}
