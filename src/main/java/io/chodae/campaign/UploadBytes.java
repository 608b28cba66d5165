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

/** The bytes of uploads, in pieces: neither side ever holds a whole file in memory, or a transaction for its length. */
@Repository
class UploadBytes {

    private static final int PIECE = 1 << 18;

    private final JdbcClient jdbc;

    UploadBytes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void store(CustomerId customer, long uploadId, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            int number = 0;
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                jdbc.sql("""
                                insert into roster_upload_chunk (customer_id, upload_id, chunk_no, content)
                                values (:customer, :upload, :number, :content)""")
                        .param("customer", customer.value())
                        .param("upload", uploadId)
                        .param("number", number++)
                        .param("content", piece)
                        .update();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
