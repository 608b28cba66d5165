package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of drafts. Every change goes through {@link #lock} first. */
@Repository
class DraftStore {

    private static final int LISTED = 200;

    private final JdbcClient jdbc;
    private final DraftJson json;

    DraftStore(JdbcClient jdbc, DraftJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    long insert(CustomerId customer, DraftContent content, Actor actor, Instant now) {
        AccountId account = actor.account();
        return jdbc.sql("""
                        insert into draft (customer_id, content, created_by, updated_by, created_at, updated_at)
                        values (:customer, :content::jsonb, :account, :label, :now, :now)
                        returning draft_id""")
                .param("customer", customer.value())
                .param("content", json.write(content))
                .param("account", account == null ? null : account.value())
                .param("label", actor.label())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    Optional<StoredDraft> find(CustomerId customer, long draftId) {
        return one("select * from draft where customer_id = :customer and draft_id = :draft", customer, draftId);
    }

    /** The same, held against every other change until the transaction ends. */
    Optional<StoredDraft> lock(CustomerId customer, long draftId) {
        return one(
                "select * from draft where customer_id = :customer and draft_id = :draft for update",
                customer,
                draftId);
    }

    List<Draft> open(CustomerId customer) {
        return jdbc.sql("""
                        select * from draft
                        where customer_id = :customer and state = 'OPEN'
                        order by updated_at desc, draft_id desc
                        limit :limit""").param("customer", customer.value()).param("limit", LISTED).query(this::map).list().stream()
                .map(StoredDraft::draft)
                .toList();
    }

    /** @param page that sent it; empty where none did */
    void saveContent(Draft draft, DraftContent content, Actor actor, String page, Instant now) {
        expectOne(jdbc.sql("""
                        update draft
                        set content = :content::jsonb, version = version + 1, content_version = version + 1,
                            content_by = :label, content_page = :page, updated_by = :label, updated_at = :now
                        where customer_id = :customer and draft_id = :draft and state = 'OPEN'""")
                .param("content", json.write(content))
                .param("label", actor.label())
                .param("page", page)
                .param("now", Timestamp.from(now))
                .param("customer", draft.customer().value())
                .param("draft", draft.id())
                .update());
    }

    void typedChanged(Draft draft, Actor actor, String page, Instant now) {
        expectOne(jdbc.sql("""
                        update draft
                        set version = version + 1, typed_version = version + 1, typed_by = :label,
                            typed_page = :page, updated_by = :label, updated_at = :now
                        where customer_id = :customer and draft_id = :draft and state = 'OPEN'""")
                .param("label", actor.label())
                .param("page", page)
                .param("now", Timestamp.from(now))
                .param("customer", draft.customer().value())
                .param("draft", draft.id())
                .update());
    }

    void fileChanged(Draft draft, @Nullable ReadFile file, Actor actor, Instant now) {
        expectOne(jdbc.sql("""
                        update draft
                        set version = version + 1, file_name = :file, sheet_name = :sheet,
                            other_sheets = :others::text[], updated_by = :label, updated_at = :now
                        where customer_id = :customer and draft_id = :draft and state = 'OPEN'""")
                .param("file", file == null ? null : file.name())
                .param("sheet", file == null ? null : file.sheet())
                .param(
                        "others",
                        file == null ? new String[0] : file.otherSheets().toArray(String[]::new))
                .param("label", actor.label())
                .param("now", Timestamp.from(now))
                .param("customer", draft.customer().value())
                .param("draft", draft.id())
                .update());
    }

    /** Rows were corrected, left out, put back, or chosen about. */
    void rowsChanged(Draft draft, Actor actor, Instant now) {
        expectOne(jdbc.sql("""
                        update draft set version = version + 1, updated_by = :label, updated_at = :now
                        where customer_id = :customer and draft_id = :draft and state = 'OPEN'""")
                .param("label", actor.label())
                .param("now", Timestamp.from(now))
                .param("customer", draft.customer().value())
                .param("draft", draft.id())
                .update());
    }

    boolean markPreviewed(CustomerId customer, long draftId, int version) {
        return jdbc.sql("""
                        update draft set previewed_version = version
                        where customer_id = :customer and draft_id = :draft and version = :version
                            and state = 'OPEN'""")
                        .param("customer", customer.value())
                        .param("draft", draftId)
                        .param("version", version)
                        .update()
                == 1;
    }

    void markSent(Draft draft) {
        expectOne(jdbc.sql("""
                        update draft set state = 'SENT', content_digest = :digest
                        where customer_id = :customer and draft_id = :draft and state = 'OPEN'""")
                .param("digest", ContentDigest.of(draft.content()))
                .param("customer", draft.customer().value())
                .param("draft", draft.id())
                .update());
    }

    boolean delete(CustomerId customer, long draftId) {
        boolean deleted = jdbc.sql("""
                        delete from draft
                        where customer_id = :customer and draft_id = :draft and state = 'OPEN'""")
                        .param("customer", customer.value())
                        .param("draft", draftId)
                        .update()
                == 1;
        if (deleted) {
            // no foreign key removes them, see V112
            jdbc.sql("delete from draft_row where customer_id = :customer and draft_id = :draft")
                    .param("customer", customer.value())
                    .param("draft", draftId)
                    .update();
        }
        return deleted;
    }

    private Optional<StoredDraft> one(String sql, CustomerId customer, long draftId) {
        return jdbc.sql(sql)
                .param("customer", customer.value())
                .param("draft", draftId)
                .query(this::map)
                .optional();
    }

    private StoredDraft map(ResultSet rs, int row) throws SQLException {
        int version = rs.getInt("version");
        int previewed = rs.getInt("previewed_version");
        RosterSummary roster = new RosterSummary(
                rs.getString("file_name"),
                rs.getString("sheet_name"),
                Arrays.asList((String[]) rs.getArray("other_sheets").getArray()),
                rs.getInt("rows_total"),
                rs.getInt("rows_ready"),
                rs.getInt("rows_faulty"),
                rs.getInt("rows_warned"),
                rs.getInt("rows_skipped"),
                rs.getInt("rows_left_out"),
                rs.getInt("rows_enrolled"),
                rs.getInt("rows_pending"),
                rs.getBoolean("again"),
                rs.getInt("rows_suppressed"));
        Draft draft = new Draft(
                rs.getLong("draft_id"),
                new CustomerId(rs.getLong("customer_id")),
                json.content(rs.getString("content")),
                version,
                previewed == version,
                roster,
                rs.getString("updated_by"),
                rs.getTimestamp("updated_at").toInstant(),
                rs.getTimestamp("created_at").toInstant());
        return new StoredDraft(
                draft,
                rs.getString("state").equals("SENT"),
                rs.getInt("content_version"),
                Objects.requireNonNullElse(rs.getString("content_by"), draft.updatedBy()),
                Objects.requireNonNullElse(rs.getString("content_page"), ""),
                rs.getInt("typed_version"),
                Objects.requireNonNullElse(rs.getString("typed_by"), draft.updatedBy()),
                Objects.requireNonNullElse(rs.getString("typed_page"), ""),
                rs.getInt("rows_invited"));
    }

    /** The row is locked by the caller, so that anything else is a mistake of ours. */
    private static void expectOne(int changed) {
        if (changed != 1) {
            throw new IllegalStateException("a locked draft was not there to be changed");
        }
    }
}
