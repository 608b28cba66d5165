package io.chodae.campaign;

import io.chodae.roster.RosterColumn;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import io.chodae.shared.LikePattern;
import io.chodae.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the rows of a draft, in their order. */
@Repository
class RowReader {

    private static final String SEARCH = """
            and (lower(r.name) like :text or lower(r.email) like :text or r.email_key like :text
                or lower(r.phone) like :text or r.phone like :digits)""";

    private final JdbcClient jdbc;
    private final DraftJson json;

    RowReader(JdbcClient jdbc, DraftJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Slice<DraftRow> slice(CustomerId customer, long draftId, RowFilter filter, String text, int after, int limit) {
        List<DraftRow> rows = after(customer, draftId, filter, text, after, limit + 1);
        if (rows.size() <= limit) {
            return new Slice<>(rows, Optional.empty());
        }
        List<DraftRow> page = rows.subList(0, limit);
        return new Slice<>(page, Optional.of(String.valueOf(page.getLast().rowNo())));
    }

    List<DraftRow> after(CustomerId customer, long draftId, RowFilter filter, int after, int limit) {
        return after(customer, draftId, filter, "", after, limit);
    }

    /** @param text part of name, address or phone; empty for all */
    List<DraftRow> after(CustomerId customer, long draftId, RowFilter filter, String text, int after, int limit) {
        return jdbc.sql("""
                        select r.* from draft_row r
                        where r.customer_id = :customer and r.draft_id = :draft and r.row_no > :after
                            and %s %s
                        order by r.row_no
                        limit :limit""".formatted(filter.condition(), text.isBlank() ? "" : SEARCH))
                .params(text.isBlank() ? Map.of() : patterns(text))
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

    /** These rows, in the list's order. */
    List<DraftRow> among(CustomerId customer, long draftId, List<Integer> rowNos) {
        if (rowNos.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select r.* from draft_row r
                        where r.customer_id = :customer and r.draft_id = :draft and r.row_no = any (:rows::int[])
                        order by r.row_no""")
                .param("customer", customer.value())
                .param("draft", draftId)
                .param("rows", rowNos.toArray(Integer[]::new))
                .query(this::map)
                .list();
    }

    /** The column names of the sheet that was read; empty where none were kept. */
    List<String> columns(CustomerId customer, long draftId) {
        return jdbc.sql("select columns from draft where customer_id = :customer and draft_id = :draft")
                .param("customer", customer.value())
                .param("draft", draftId)
                .query((rs, row) -> texts(rs, "columns"))
                .optional()
                .orElse(List.of());
    }

    /** Where the sheet that was read has what, as it was found or chosen by hand; empty where that was not kept. */
    Map<RosterColumn, Integer> places(CustomerId customer, long draftId) {
        Map<RosterColumn, Integer> places = new EnumMap<>(RosterColumn.class);
        jdbc.sql("""
                        select place.key as name, place.value::int as place
                        from roster_upload u, jsonb_each_text(u.header -> 'mapping' -> 'columns') as place
                        where u.customer_id = :customer and u.draft_id = :draft and u.in_list""")
                .param("customer", customer.value())
                .param("draft", draftId)
                .query(rs -> {
                    places.put(RosterColumn.valueOf(rs.getString("name")), rs.getInt("place"));
                });
        return places;
    }

    /** The same with the cells of the sheet; typed rows have none. */
    List<SheetRow> sheetRows(CustomerId customer, long draftId, RowFilter filter, int after, int limit) {
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
                .query((rs, row) -> new SheetRow(map(rs, row), texts(rs, "cells"), rs.getBoolean("corrected")))
                .list();
    }

    private static List<String> texts(ResultSet rs, String column) throws SQLException {
        return Arrays.asList((String[]) rs.getArray(column).getArray());
    }

    private DraftRow map(ResultSet rs, int row) throws SQLException {
        String email = rs.getString("email");
        List<RowNote> faults = new ArrayList<>(json.notes(rs.getString("faults")));
        String typed = rs.getString("duplicate_of");
        if (typed != null) {
            faults.add(new RowNote("EMAIL", "DUPLICATE_OF_TYPED", email, Map.of("firstRow", typed)));
        }
        List<RowNote> warnings = new ArrayList<>(json.notes(rs.getString("warnings")));
        boolean ready = rs.getBoolean("ready");
        boolean held = rs.getBoolean("held");
        String standing = rs.getString("standing");
        if (standing != null) {
            warnings.add(new RowNote("EMAIL", "ALREADY_" + standing + (held ? "_SKIPPED" : ""), email));
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
                ready,
                RowState.of(rs.getBoolean("left_out"), !faults.isEmpty(), standing, held));
    }

    private static Map<String, String> patterns(String text) {
        return Map.of("text", LikePattern.contains(text), "digits", LikePattern.inDigits(text));
    }

    private static @Nullable Language language(@Nullable String name) {
        return name == null ? null : Language.valueOf(name);
    }
}
