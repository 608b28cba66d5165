package io.chodae.campaign;

import io.chodae.roster.FaultCode;
import io.chodae.shared.CustomerId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Compares the rows of a file with each other once more, after some were corrected, left out or put back. As when the
 * file was read, the first row of an address has its place and the later ones name it; a row that was left out has no
 * place, so that the next one of its address takes it. Callers hold the draft's lock.
 */
@Repository
class FileDuplicates {

    private static final String DUPLICATE = FaultCode.DUPLICATE_IN_FILE.name();
    private static final int CHUNK = 1_000;

    private final JdbcClient jdbc;
    private final DraftJson json;

    FileDuplicates(JdbcClient jdbc, DraftJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * @param emailKeys the addresses in question; some thousands at most
     * @return numbers of the rows whose faults are others now
     */
    List<Integer> mend(CustomerId customer, long draftId, Collection<String> emailKeys) {
        return mend(customer, draftId, emailKeys.toArray(String[]::new));
    }

    List<Integer> mendAll(CustomerId customer, long draftId) {
        return mend(customer, draftId, (String[]) null);
    }

    private List<Integer> mend(CustomerId customer, long draftId, String @Nullable [] keys) {
        List<Stale> stale = jdbc.sql("""
                        select row_no, email, faults, first_row from (
                            select row_no, email, faults,
                                case when row_no <> first_value(row_no) over same
                                     then first_value(shown_row) over same end as first_row
                            from draft_row
                            where customer_id = :customer and draft_id = :draft and source = 'FILE'
                                and email_key is not null and (:all or email_key = any (:keys::text[]))
                            window same as (partition by email_key order by left_out, row_no)) as r
                        where case when first_row is null then faults @> '[{"code": "%1$s"}]'
                              else not faults @> jsonb_build_array(jsonb_build_object('code', '%1$s',
                                  'args', jsonb_build_object('firstRow', first_row::text))) end
                        order by row_no""".formatted(DUPLICATE))
                .param("customer", customer.value())
                .param("draft", draftId)
                .param("all", keys == null)
                .param("keys", keys == null ? new String[0] : keys)
                .query((rs, row) -> new Stale(
                        rs.getInt("row_no"),
                        faults(json.notes(rs.getString("faults")), rs.getString("email"), rs.getString("first_row"))))
                .list();
        for (int from = 0; from < stale.size(); from += CHUNK) {
            update(customer, draftId, stale.subList(from, Math.min(from + CHUNK, stale.size())));
        }
        return stale.stream().map(Stale::rowNo).toList();
    }

    private void update(CustomerId customer, long draftId, List<Stale> stale) {
        jdbc.sql("""
                        update draft_row
                        set faults = ((:faults::text[])[array_position(:rows::int[], row_no)])::jsonb
                        where customer_id = :customer and draft_id = :draft and row_no = any (:rows::int[])""")
                .param("rows", stale.stream().map(Stale::rowNo).toArray(Integer[]::new))
                .param(
                        "faults",
                        stale.stream().map(row -> json.write(row.faults())).toArray(String[]::new))
                .param("customer", customer.value())
                .param("draft", draftId)
                .update();
    }

    private static List<RowNote> faults(List<RowNote> before, String email, @Nullable String firstRow) {
        List<RowNote> faults = new ArrayList<>(before);
        faults.removeIf(fault -> fault.code().equals(DUPLICATE));
        if (firstRow != null) {
            faults.add(new RowNote("EMAIL", DUPLICATE, email, Map.of("firstRow", firstRow)));
        }
        return faults;
    }

    private record Stale(int rowNo, List<RowNote> faults) {}
}
