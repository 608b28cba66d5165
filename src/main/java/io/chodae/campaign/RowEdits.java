package io.chodae.campaign;

import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes single rows of a file and what becomes of them; callers hold the draft's lock and count afterwards. */
@Repository
class RowEdits {

    private final JdbcClient jdbc;
    private final DraftJson json;
    private final Standing standing;

    RowEdits(JdbcClient jdbc, DraftJson json, Standing standing) {
        this.jdbc = jdbc;
        this.json = json;
        this.standing = standing;
    }

    /** The cells of the sheet stay as they were. */
    void replace(CustomerId customer, long draftId, int rowNo, CheckedRow row) {
        String key = row.emailKey();
        Map<String, String> known = key == null ? Map.of() : standing.of(customer, List.of(key));
        expectOne(jdbc.sql("""
                        update draft_row
                        set name = :name, email = :email, email_key = :key, phone = :phone, extra_info = :extra,
                            language = :language, faults = :faults::jsonb, warnings = :warnings::jsonb,
                            standing = :standing, corrected = true
                        where customer_id = :customer and draft_id = :draft and row_no = :row and source = 'FILE'""")
                .param("name", row.name())
                .param("email", row.email())
                .param("key", key)
                .param("phone", row.phone())
                .param("extra", row.extraInfo())
                .param("language", Objects.toString(row.language(), null))
                .param("faults", json.write(row.faults()))
                .param("warnings", json.write(row.warnings()))
                .param("standing", key == null ? null : known.get(key))
                .param("customer", customer.value())
                .param("draft", draftId)
                .param("row", rowNo)
                .update());
    }

    /** The match key of a row's address; null where it is none. */
    @Nullable
    String emailKey(CustomerId customer, long draftId, int rowNo) {
        return jdbc.sql("""
                        select coalesce(email_key, '') from draft_row
                        where customer_id = :customer and draft_id = :draft and row_no = :row""")
                .param("customer", customer.value())
                .param("draft", draftId)
                .param("row", rowNo)
                .query(String.class)
                .optional()
                .filter(key -> !key.isEmpty())
                .orElse(null);
    }

    /** Only a row of the file: a typed one is taken out where it was typed. */
    boolean leaveOut(CustomerId customer, long draftId, int rowNo, boolean out) {
        return jdbc.sql("""
                        update draft_row set left_out = :out
                        where customer_id = :customer and draft_id = :draft and row_no = :row and source = 'FILE'
                            and left_out <> :out""")
                        .param("out", out)
                        .param("customer", customer.value())
                        .param("draft", draftId)
                        .param("row", rowNo)
                        .update()
                == 1;
    }

    /** Every faulty row of the file. */
    int leaveOutFaulty(CustomerId customer, long draftId) {
        return jdbc.sql("""
                        update draft_row r set left_out = true
                        where r.customer_id = :customer and r.draft_id = :draft and r.source = 'FILE' and %s""".formatted(RowFilter.FAULTY.condition()))
                .param("customer", customer.value())
                .param("draft", draftId)
                .update();
    }

    int putBackAll(CustomerId customer, long draftId) {
        return jdbc.sql("""
                        update draft_row set left_out = false
                        where customer_id = :customer and draft_id = :draft and left_out""")
                .param("customer", customer.value())
                .param("draft", draftId)
                .update();
    }

    private static void expectOne(int changed) {
        if (changed != 1) {
            throw new IllegalStateException("a row of a locked draft was not there to be changed");
        }
    }
}
