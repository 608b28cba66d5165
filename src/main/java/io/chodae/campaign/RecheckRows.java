package io.chodae.campaign;

import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks again who of the list is enrolled, invited or not to be written to: a draft may lie for days between its upload and its sending. The
 * version stays, for nothing was edited. The writing of the invitations looks once more in any case.
 */
@Component
class RecheckRows {

    private static final Duration FRESH = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final RowStore rows;
    private final Standing standing;
    private final Clock clock;

    RecheckRows(JdbcClient jdbc, RowStore rows, Standing standing, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.standing = standing;
        this.clock = clock;
    }

    /** Does nothing where the list was looked at a few minutes ago. The caller holds the draft's lock. */
    void recheck(CustomerId customer, long draftId) {
        if (fresh(customer, draftId)) {
            return;
        }
        List<Keyed> chunk = after(customer, draftId, 0);
        while (!chunk.isEmpty()) {
            update(customer, draftId, chunk);
            chunk = after(customer, draftId, chunk.getLast().rowNo());
        }
        rows.compareAndCount(customer, draftId, clock.instant());
    }

    private boolean fresh(CustomerId customer, long draftId) {
        return jdbc.sql("""
                        select count(*) from draft
                        where customer_id = :customer and draft_id = :draft
                            and (rows_checked_at is null or rows_checked_at > :since)""")
                        .param("customer", customer.value())
                        .param("draft", draftId)
                        .param("since", Timestamp.from(clock.instant().minus(FRESH)))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private List<Keyed> after(CustomerId customer, long draftId, int rowNo) {
        return jdbc.sql("""
                        select row_no, email_key from draft_row
                        where customer_id = :customer and draft_id = :draft and row_no > :after
                            and email_key is not null
                        order by row_no
                        limit :limit""")
                .param("customer", customer.value())
                .param("draft", draftId)
                .param("after", rowNo)
                .param("limit", RowStore.CHUNK)
                .query((rs, row) -> new Keyed(rs.getInt("row_no"), rs.getString("email_key")))
                .list();
    }

    private void update(CustomerId customer, long draftId, List<Keyed> chunk) {
        Map<String, String> known =
                standing.of(customer, chunk.stream().map(Keyed::emailKey).toList());
        jdbc.sql("""
                        update draft_row
                        set standing = case when email_key = any (:enrolled::text[]) then 'ENROLLED'
                                            when email_key = any (:invited::text[]) then 'INVITED'
                                            when email_key = any (:bounced::text[]) then 'BOUNCED'
                                            when email_key = any (:opted_out::text[]) then 'OPTED_OUT' end
                        where customer_id = :customer and draft_id = :draft and row_no between :first and :last
                            and (standing is not null or email_key = any (:known::text[]))""")
                .param("known", known.keySet().toArray(String[]::new))
                .param("bounced", keys(known, Standing.BOUNCED))
                .param("opted_out", keys(known, Standing.OPTED_OUT))
                .param("enrolled", keys(known, Standing.ENROLLED))
                .param("invited", keys(known, Standing.INVITED))
                .param("customer", customer.value())
                .param("draft", draftId)
                .param("first", chunk.getFirst().rowNo())
                .param("last", chunk.getLast().rowNo())
                .update();
    }

    private static String[] keys(Map<String, String> known, String standing) {
        return known.entrySet().stream()
                .filter(entry -> entry.getValue().equals(standing))
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
    }

    private record Keyed(int rowNo, String emailKey) {}
}
