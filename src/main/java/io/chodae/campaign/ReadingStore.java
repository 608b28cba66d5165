package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.roster.RosterHead;
import io.chodae.roster.RosterHeader;
import io.chodae.roster.RosterMapping;
import io.chodae.roster.RosterReading;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the reading of an upload goes on. Every start of a reading has a number, and only the latest changes anything:
 * one that was thought dead, or that another choice has overtaken, finds out here.
 */
@Repository
class ReadingStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReadingStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Begins a reading; empty where there is nothing to read (any more). */
    Optional<StoredUpload> begin(CustomerId customer, long uploadId) {
        return jdbc.sql("""
                        update roster_upload set state = 'READING', attempt = attempt + 1, rows_read = 0
                        where customer_id = :customer and upload_id = :upload and state in ('WAITING', 'READING')
                        returning *""")
                .param("customer", customer.value())
                .param("upload", uploadId)
                .query(this::map)
                .optional();
    }

    /** The range of row numbers that is this reading's alone; the first is nobody's, typed rows stand below it. */
    int range(StoredUpload upload) {
        return jdbc.sql("""
                        update draft set readings = readings + 1
                        where customer_id = :customer and draft_id = :draft
                        returning 1 + readings % :ranges""")
                .param("ranges", RowStore.RANGES)
                .param("customer", upload.customer().value())
                .param("draft", upload.draftId())
                .query(Integer.class)
                .optional()
                .orElse(1);
    }

    /** @return false where this reading is not wanted any more */
    boolean head(StoredUpload upload, RosterHead head) {
        return changed(jdbc.sql("""
                        update roster_upload set head = :head::jsonb
                        where customer_id = :customer and upload_id = :upload and attempt = :attempt""").param("head", json.writeValueAsString(head)), upload);
    }

    /** @return false where this reading is not wanted any more */
    boolean progress(StoredUpload upload, int rows) {
        return changed(jdbc.sql("""
                        update roster_upload set rows_read = :rows
                        where customer_id = :customer and upload_id = :upload and attempt = :attempt""").param("rows", rows), upload);
    }

    /** Says what is wrong, unless this reading is not wanted any more. */
    void problem(StoredUpload upload, RosterReading.Unreadable problem) {
        changed(
                jdbc.sql("""
                        update roster_upload set state = 'PROBLEM', problem = :problem, problem_args = :args::jsonb
                        where customer_id = :customer and upload_id = :upload and attempt = :attempt""")
                        .param("problem", problem.problem().name())
                        .param("args", json.writeValueAsString(problem.args())),
                upload);
    }

    /** Waits for an operator's word, for the draft would lose what was done to its rows by hand. */
    void ask(StoredUpload upload) {
        changed(jdbc.sql("""
                        update roster_upload set state = 'ASKING'
                        where customer_id = :customer and upload_id = :upload and attempt = :attempt"""), upload);
    }

    /** Whoever reads it now. */
    void failed(CustomerId customer, long uploadId) {
        jdbc.sql("""
                        update roster_upload set state = 'PROBLEM', problem = :ours, attempt = attempt + 1
                        where customer_id = :customer and upload_id = :upload and state in ('WAITING', 'READING')""")
                .param("ours", UploadStore.OURS)
                .param("customer", customer.value())
                .param("upload", uploadId)
                .update();
    }

    /** Whether this reading is still wanted; held until the transaction ends. */
    boolean lock(StoredUpload upload) {
        return jdbc.sql("""
                        select upload_id from roster_upload
                        where customer_id = :customer and upload_id = :upload and attempt = :attempt
                        for update""")
                .param("customer", upload.customer().value())
                .param("upload", upload.id())
                .param("attempt", upload.attempt())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Its rows are in the list; no other upload of the draft is kept. */
    void read(StoredUpload upload, RosterHeader header, int rows, List<String> columns) {
        changed(jdbc.sql("""
                        update roster_upload
                        set state = 'READ', in_list = true, header = :header::jsonb, list_head = head, rows_read = :rows
                        where customer_id = :customer and upload_id = :upload and attempt = :attempt""").param("header", json.writeValueAsString(header)).param("rows", rows), upload);
        jdbc.sql("""
                        delete from roster_upload
                        where customer_id = :customer and draft_id = :draft and upload_id < :upload""")
                .param("customer", upload.customer().value())
                .param("draft", upload.draftId())
                .param("upload", upload.id())
                .update();
        columns(upload.customer(), upload.draftId(), columns);
    }

    /** The titles of the sheet's columns, beside the cells of the draft's rows. */
    void columns(CustomerId customer, long draftId, List<String> columns) {
        jdbc.sql("""
                        update draft set columns = :columns::text[]
                        where customer_id = :customer and draft_id = :draft""")
                .param("columns", columns.toArray(String[]::new))
                .param("customer", customer.value())
                .param("draft", draftId)
                .update();
    }

    /** Of all customers: what a dead server left behind. */
    List<StoredUpload> unfinished() {
        return jdbc.sql("""
                        select * from roster_upload where state in ('WAITING', 'READING')
                        order by created_at""").query(this::map).list();
    }

    private static boolean changed(JdbcClient.StatementSpec update, StoredUpload upload) {
        return update.param("customer", upload.customer().value())
                        .param("upload", upload.id())
                        .param("attempt", upload.attempt())
                        .update()
                == 1;
    }

    private StoredUpload map(ResultSet rs, int row) throws SQLException {
        long account = rs.getLong("by_account");
        AccountId creator = rs.wasNull() ? null : new AccountId(account);
        return new StoredUpload(
                new CustomerId(rs.getLong("customer_id")),
                rs.getLong("upload_id"),
                rs.getLong("draft_id"),
                rs.getString("file_name"),
                rs.getInt("attempt"),
                rs.getString("sheet"),
                mapping(rs.getString("mapping")),
                rs.getInt("may_lose"),
                new Actor(creator, rs.getString("by_label")));
    }

    private @Nullable RosterMapping mapping(@Nullable String text) {
        return text == null ? null : json.readValue(text, RosterMapping.class);
    }
}
