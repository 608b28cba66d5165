package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.roster.RosterHead;
import io.chodae.roster.RosterHeader;
import io.chodae.roster.RosterMapping;
import io.chodae.roster.RosterProblem;
import io.chodae.roster.RosterReading;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The uploads of drafts as operators see and choose them; {@link ReadingStore} has the side that reads them. */
@Repository
class UploadStore {

    /** Where the fault is ours; every other problem is one of the file's. */
    static final String OURS = "OURS";

    private static final TypeReference<Map<String, String>> ARGS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    UploadStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Begins to store one; nobody sees it before {@link #stored}. */
    long insert(CustomerId customer, long draftId, String fileName, long bytes, Actor actor, Instant now) {
        AccountId account = actor.account();
        return jdbc.sql("""
                        insert into roster_upload (customer_id, draft_id, file_name, size_bytes, state, by_account,
                            by_label, created_at)
                        values (:customer, :draft, :file, :bytes, 'STORING', :account, :label, :now)
                        returning upload_id""")
                .param("customer", customer.value())
                .param("draft", draftId)
                .param("file", fileName)
                .param("bytes", bytes)
                .param("account", account == null ? null : account.value(), Types.BIGINT)
                .param("label", actor.label())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    /** All of it is there: takes the place of whatever is not in the list. */
    boolean stored(CustomerId customer, long draftId, long uploadId) {
        jdbc.sql("""
                        delete from roster_upload
                        where customer_id = :customer and draft_id = :draft and upload_id <> :upload
                            and not in_list and state <> 'STORING'""")
                .param("customer", customer.value())
                .param("draft", draftId)
                .param("upload", uploadId)
                .update();
        return jdbc.sql("""
                        update roster_upload set state = 'WAITING'
                        where customer_id = :customer and draft_id = :draft and upload_id = :upload
                            and state = 'STORING'""")
                        .param("customer", customer.value())
                        .param("draft", draftId)
                        .param("upload", uploadId)
                        .update()
                == 1;
    }

    /** The last one of a draft that was stored whole. */
    Optional<RosterUpload> latest(CustomerId customer, long draftId) {
        return jdbc.sql("""
                        select * from roster_upload
                        where customer_id = :customer and draft_id = :draft and state <> 'STORING'
                        order by upload_id desc
                        limit 1""")
                .param("customer", customer.value())
                .param("draft", draftId)
                .query(this::map)
                .optional();
    }

    /** Whether the last one is still to be read, or being read. */
    boolean busy(CustomerId customer, long draftId) {
        return jdbc.sql("""
                        select state in ('WAITING', 'READING') from roster_upload
                        where customer_id = :customer and draft_id = :draft and state <> 'STORING'
                        order by upload_id desc
                        limit 1""")
                .param("customer", customer.value())
                .param("draft", draftId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Has it read again by another choice: the number of this choice; empty where the draft has no such upload. */
    Optional<Integer> choose(
            CustomerId customer, long draftId, long uploadId, @Nullable String sheet, @Nullable RosterMapping mapping) {
        return jdbc.sql("""
                        update roster_upload
                        set sheet = :sheet, mapping = :mapping::jsonb, state = 'WAITING', attempt = attempt + 1,
                            rows_read = 0, problem = null, problem_args = null, may_lose = 0, forgets = false
                        where customer_id = :customer and draft_id = :draft and upload_id = :upload
                            and state <> 'STORING'
                        returning attempt""")
                .param("sheet", sheet, Types.VARCHAR)
                .param("mapping", mapping == null ? null : json.writeValueAsString(mapping), Types.VARCHAR)
                .param("customer", customer.value())
                .param("draft", draftId)
                .param("upload", uploadId)
                .query(Integer.class)
                .optional();
    }

    /**
     * Waits for a yes before it is read.
     *
     * @param forgets whether that yes forgets columns that were chosen by hand
     */
    void ask(CustomerId customer, long draftId, long uploadId, boolean forgets) {
        jdbc.sql("""
                        update roster_upload set state = 'ASKING', forgets = :forgets
                        where customer_id = :customer and draft_id = :draft and upload_id = :upload""")
                .param("forgets", forgets)
                .param("customer", customer.value())
                .param("draft", draftId)
                .param("upload", uploadId)
                .update();
    }

    /** What a yes sets going: the number of the reading, and whether columns are forgotten. */
    record Agreed(int attempt, boolean forgets) {}

    /** The yes; empty where nothing was asked (any more). */
    Optional<Agreed> agree(CustomerId customer, long draftId, long uploadId, int mayLose) {
        return jdbc.sql("""
                        update roster_upload
                        set state = 'WAITING', attempt = attempt + 1, rows_read = 0, may_lose = :lose
                        where customer_id = :customer and draft_id = :draft and upload_id = :upload
                            and state = 'ASKING'
                        returning attempt, forgets""")
                .param("lose", mayLose)
                .param("customer", customer.value())
                .param("draft", draftId)
                .param("upload", uploadId)
                .query((rs, row) -> new Agreed(rs.getInt("attempt"), rs.getBoolean("forgets")))
                .optional();
    }

    /** A list that could not be read goes; one that had been read before is as it was then. */
    void discard(CustomerId customer, long draftId, long uploadId) {
        jdbc.sql("""
                        delete from roster_upload
                        where customer_id = :customer and draft_id = :draft and upload_id = :upload
                            and not in_list and state <> 'STORING'""")
                .param("customer", customer.value())
                .param("draft", draftId)
                .param("upload", uploadId)
                .update();
        jdbc.sql("""
                        update roster_upload
                        set state = 'READ', head = list_head, attempt = attempt + 1, problem = null,
                            problem_args = null
                        where customer_id = :customer and draft_id = :draft and upload_id = :upload and in_list""")
                .param("customer", customer.value())
                .param("draft", draftId)
                .param("upload", uploadId)
                .update();
    }

    void removeAll(CustomerId customer, long draftId) {
        jdbc.sql("""
                        delete from roster_upload
                        where customer_id = :customer and draft_id = :draft and state <> 'STORING'""")
                .param("customer", customer.value())
                .param("draft", draftId)
                .update();
    }

    private RosterUpload map(ResultSet rs, int row) throws SQLException {
        String problem = rs.getString("problem");
        RosterUpload.State state =
                OURS.equals(problem) ? RosterUpload.State.FAILED : RosterUpload.State.valueOf(rs.getString("state"));
        return new RosterUpload(
                rs.getLong("upload_id"),
                rs.getString("file_name"),
                rs.getLong("size_bytes"),
                state,
                rs.getBoolean("in_list"),
                rs.getInt("rows_read"),
                state == RosterUpload.State.PROBLEM && problem != null
                        ? new RosterReading.Unreadable(
                                RosterProblem.valueOf(problem), json.readValue(rs.getString("problem_args"), ARGS))
                        : null,
                read(rs.getString("head"), RosterHead.class),
                read(rs.getString("header"), RosterHeader.class));
    }

    private <T> @Nullable T read(@Nullable String text, Class<T> type) {
        return text == null ? null : json.readValue(text, type);
    }
}
