package io.chodae.campaign;

import io.chodae.shared.CustomerId;
import io.chodae.shared.LikePattern;
import io.chodae.shared.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the people whose mails can be looked at: those of a draft's list who would get one. */
@Component
public class PreviewPeople {

    private final JdbcClient jdbc;
    private final RowReader rows;

    PreviewPeople(JdbcClient jdbc, RowReader rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * Where a person stands among those who would get a mail.
     *
     * @param position counted from 1
     * @param before row of the person before; empty for the first
     * @param after row of the next person; empty for the last
     */
    public record Place(int position, OptionalInt before, OptionalInt after) {}

    @Transactional(readOnly = true)
    public Place place(CustomerId customer, long draftId, int rowNo) {
        return new Place(
                count(customer, draftId, rowNo),
                next(customer, draftId, rowNo, "row_no < :row order by row_no desc"),
                next(customer, draftId, rowNo, "row_no > :row order by row_no"));
    }

    /**
     * People by the number of their row, or by a part of name or address; in the list's order.
     *
     * @param text as it was typed; finds nobody where it is blank
     */
    @Transactional(readOnly = true)
    public List<DraftRow> find(CustomerId customer, long draftId, String text, int limit) {
        String wanted = PlainText.oneLine(text);
        if (wanted.isEmpty()) {
            return List.of();
        }
        int typed = wanted.matches("[0-9]{1,7}") ? Integer.parseInt(wanted) : -1;
        return jdbc
                .sql("""
                        select row_no from draft_row r
                        where r.customer_id = :customer and r.draft_id = :draft and %s
                            and (r.shown_row = :number
                                or lower(r.name) like :pattern or lower(r.email) like :pattern)
                        order by r.shown_row <> :number, r.row_no
                        limit :limit""".formatted(RowFilter.READY.condition()))
                .param("customer", customer.value())
                .param("draft", draftId)
                .param("number", typed)
                .param("pattern", LikePattern.contains(wanted))
                .param("limit", limit)
                .query((rs, number) -> rs.getInt("row_no"))
                .list()
                .stream()
                .map(row -> rows.find(customer, draftId, row))
                .flatMap(Optional::stream)
                .toList();
    }

    private int count(CustomerId customer, long draftId, int rowNo) {
        return jdbc.sql("""
                        select count(*) from draft_row r
                        where r.customer_id = :customer and r.draft_id = :draft and r.row_no <= :row and %s""".formatted(RowFilter.READY.condition()))
                .param("customer", customer.value())
                .param("draft", draftId)
                .param("row", rowNo)
                .query(Integer.class)
                .single();
    }

    private OptionalInt next(CustomerId customer, long draftId, int rowNo, String where) {
        return jdbc.sql("""
                        select row_no from draft_row r
                        where r.customer_id = :customer and r.draft_id = :draft and %s and %s
                        limit 1""".formatted(RowFilter.READY.condition(), where))
                .param("customer", customer.value())
                .param("draft", draftId)
                .param("row", rowNo)
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }
}
