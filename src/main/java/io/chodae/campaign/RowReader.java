package io.chodae.campaign;

import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import io.chodae.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the rows of a draft, in their order. */
@Repository
class RowReader {

    private final JdbcClient jdbc;
    private final DraftJson json;

    RowReader(JdbcClient jdbc, DraftJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Slice<DraftRow> slice(CustomerId customer, long draftId, RowFilter filter, int after, int limit) {
        List<DraftRow> rows = after(customer, draftId, filter, after, limit + 1);
        if (rows.size() <= limit) {
            return new Slice<>(rows, Optional.empty());
        }
        List<DraftRow> page = rows.subList(0, limit);
        return new Slice<>(page, Optional.of(String.valueOf(page.getLast().rowNo())));
    }

    List<DraftRow> after(CustomerId customer, long draftId, RowFilter filter, int after, int limit) {
        return jdbc.sql("""
                        select r.* from draft_row r
                        where r.customer_id = :customer and r.draft_id = :draft and r.row_no > :after
                            and %s
                        order by r.row_no
                        limit :limit""".formatted(filter.condition()))
                .param("customer", customer.value())
                .param("draft", draftId)
                .param("after", after)
                .param("limit", limit)
                .query(this::map)
                .list();
    }

    Optional<DraftRow> find(CustomerId customer, long draftId, int rowNo) {
        return after(customer, draftId, RowFilter.ALL, rowNo - 1, 1).stream()
                .filter(row -> row.rowNo() == rowNo)
                .findFirst();
    }

    private DraftRow map(ResultSet rs, int row) throws SQLException {
        String email = rs.getString("email");
        List<RowNote> faults = new ArrayList<>(json.notes(rs.getString("faults")));
        String typed = rs.getString("duplicate_of");
        if (typed != null) {
            faults.add(new RowNote("EMAIL", "DUPLICATE_OF_TYPED", email, Map.of("firstRow", typed)));
        }
        List<RowNote> warnings = new ArrayList<>(json.notes(rs.getString("warnings")));
        String standing = rs.getString("standing");
        if (standing != null) {
            warnings.add(new RowNote("EMAIL", "ALREADY_" + standing, email));
        }
        return new DraftRow(
                rs.getInt("row_no"),
                RowSource.valueOf(rs.getString("source")),
                rs.getInt("shown_row"),
                rs.getString("name"),
                email,
                rs.getString("phone"),
                rs.getString("extra_info"),
                language(rs.getString("language")),
                faults,
                warnings,
                rs.getBoolean("ready"));
    }

    private static @Nullable Language language(@Nullable String name) {
        return name == null ? null : Language.valueOf(name);
    }
}
