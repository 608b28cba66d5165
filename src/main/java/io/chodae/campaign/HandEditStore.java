package io.chodae.campaign;

import io.chodae.shared.CustomerId;
import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the rows of an uploaded list that operators corrected or left out. */
@Repository
class HandEditStore {

    private final JdbcClient jdbc;

    HandEditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    HandEdits find(CustomerId customer, long draftId) {
        return jdbc.sql("""
                        select count(*) as edited,
                            count(*) filter (where corrected) as corrected,
                            (array_agg(shown_row order by row_no) filter (where corrected))[1\\:10] as corrected_rows,
                            count(*) filter (where left_out) as left_out,
                            (array_agg(shown_row order by row_no) filter (where left_out))[1\\:10] as left_out_rows
                        from draft_row
                        where customer_id = :customer and draft_id = :draft and source = 'FILE'
                            and (corrected or left_out)""")
                .param("customer", customer.value())
                .param("draft", draftId)
                .query((rs, row) -> new HandEdits(
                        rs.getInt("edited"),
                        rs.getInt("corrected"),
                        numbers(rs.getArray("corrected_rows")),
                        rs.getInt("left_out"),
                        numbers(rs.getArray("left_out_rows"))))
                .single();
    }

    private static List<Integer> numbers(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((Integer[]) array.getArray());
    }
}
