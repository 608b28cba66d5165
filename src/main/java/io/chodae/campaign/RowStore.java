package io.chodae.campaign;

import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the rows of a draft; callers hold the draft's lock. */
@Repository
class RowStore {

    /** Rows in one statement. */
    static final int CHUNK = 5_000;

    /**
     * File rows are numbered from here, so that typed ones always come first; and each reading by a multiple of it, so
     * that no two of them disturb each other.
     */
    static final int FILE_BASE = 1_000_000;

    /** Of row numbers: as many as an integer has. */
    static final int RANGES = 2_000;

    /** The counts that are filters, in the order of the statement that counts. */
    private static final Object[] COUNTED = Stream.of(
                    RowFilter.READY,
                    RowFilter.FAULTY,
                    RowFilter.WARNED,
                    RowFilter.SKIPPED,
                    RowFilter.LEFT_OUT,
                    RowFilter.ENROLLED,
                    RowFilter.INVITED,
                    RowFilter.SUPPRESSED)
            .map(RowFilter::condition)
            .toArray();

    private final JdbcClient jdbc;
    private final DraftJson json;
    private final Standing standing;
    private final ChoiceStore choices;

    RowStore(JdbcClient jdbc, DraftJson json, Standing standing, ChoiceStore choices) {
        this.jdbc = jdbc;
        this.json = json;
        this.standing = standing;
        this.choices = choices;
    }

    void clear(CustomerId customer, long draftId, RowSource source) {
        jdbc.sql("""
                        delete from draft_row
                        where customer_id = :customer and draft_id = :draft and source = :source""")
                .param("customer", customer.value())
                .param("draft", draftId)
                .param("source", source.name())
                .update();
    }

    /** All rows of files but those of the reading that numbered its own from this base. */
    void clearOtherFiles(CustomerId customer, long draftId, int base) {
        clear(customer, draftId, FILE_BASE, base);
        clear(customer, draftId, base + FILE_BASE, Integer.MAX_VALUE);
    }

    private void clear(CustomerId customer, long draftId, int after, int last) {
        jdbc.sql("""
                        delete from draft_row
                        where customer_id = :customer and draft_id = :draft and row_no > :after and row_no <= :last""")
                .param("customer", customer.value())
                .param("draft", draftId)
                .param("after", after)
                .param("last", last)
                .update();
    }

    /**
     * @param from how many rows of this source are there already
     * @param rows {@link #CHUNK} at most
     */
    void append(CustomerId customer, long draftId, RowSource source, int from, List<CheckedRow> rows) {
        Map<String, String> known = standing.of(
                customer,
                rows.stream().map(CheckedRow::emailKey).filter(Objects::nonNull).toList());
        jdbc.sql("""
                        insert into draft_row (customer_id, draft_id, row_no, source, shown_row, name, email, email_key,
                            phone, extra_info, language, faults, warnings, standing)
                        select :customer, :draft, :base + r.place, :source, r.shown_row, r.name, r.email, r.email_key,
                            r.phone, r.extra_info, r.language, r.faults::jsonb, r.warnings::jsonb, r.standing
                        from unnest(:shown::int[], :names::text[], :emails::text[], :keys::text[], :phones::text[],
                                :extras::text[], :languages::text[], :faults::text[], :warnings::text[],
                                :standings::text[])
                            with ordinality as r (shown_row, name, email, email_key, phone, extra_info, language,
                                faults, warnings, standing, place)""")
                .param("customer", customer.value())
                .param("draft", draftId)
                .param("source", source.name())
                .param("base", (source == RowSource.FILE ? FILE_BASE : 0) + from)
                .param("shown", rows.stream().map(CheckedRow::shownRow).toArray(Integer[]::new))
                .param("names", texts(rows, CheckedRow::name))
                .param("emails", texts(rows, CheckedRow::email))
                .param("keys", texts(rows, CheckedRow::emailKey))
                .param("phones", texts(rows, CheckedRow::phone))
                .param("extras", texts(rows, CheckedRow::extraInfo))
                .param("languages", texts(rows, row -> Objects.toString(row.language(), null)))
                .param("faults", texts(rows, row -> json.write(row.faults())))
                .param("warnings", texts(rows, row -> json.write(row.warnings())))
                .param("standings", texts(rows, row -> row.emailKey() == null ? null : known.get(row.emailKey())))
                .update();
    }

    /**
     * Names every faultless row whose address a faultless typed row before it has, holds back whom the choices hold
     * back, and counts. Two rows of one file were compared when it was read or {@link FileDuplicates corrected}, so that
     * only the few typed rows need be looked for; nothing is joined, since the database cannot estimate rows that were
     * written a moment ago.
     */
    void compareAndCount(CustomerId customer, long draftId, Instant now) {
        compareAndCount(customer, draftId, Integer.MAX_VALUE, now);
    }

    /** The same, with all rows after this one just written, and nothing known of their people. */
    void compareAndCount(CustomerId customer, long draftId, int last, Instant now) {
        reset(customer, draftId, last);
        Map<String, Integer> typed = typed(customer, draftId);
        if (!typed.isEmpty()) {
            jdbc.sql("""
                            update draft_row
                            set duplicate_of = (:rows::int[])[array_position(:keys::text[], email_key)]
                            where customer_id = :customer and draft_id = :draft and faults = '[]'
                                and email_key = any (:keys::text[])
                                and row_no > (:rows::int[])[array_position(:keys::text[], email_key)]""")
                    .param("rows", typed.values().toArray(Integer[]::new))
                    .param("keys", typed.keySet().toArray(String[]::new))
                    .param("customer", customer.value())
                    .param("draft", draftId)
                    .update();
        }
        count(customer, draftId, now);
    }

    /** What was compared before is forgotten; who is held back follows from the choices. In one pass over the rows. */
    private void reset(CustomerId customer, long draftId, int last) {
        AgainChoices chosen = choices.load(customer, draftId);
        String held = """
                (coalesce(standing in ('INVITED', 'BOUNCED'), false)
                    and case when email_key = any (:again::text[]) then false
                             when email_key = any (:skip::text[]) or standing = 'BOUNCED' then true
                             else :hold end)""";
        jdbc.sql("""
                        update draft_row set duplicate_of = null, held = %1$s
                        where customer_id = :customer and draft_id = :draft and row_no <= :last
                            and (duplicate_of is not null or held <> %1$s)""".formatted(held))
                .param("last", last)
                .param("customer", customer.value())
                .param("draft", draftId)
                .param("again", chosen.again().toArray(String[]::new))
                .param("skip", chosen.skip().toArray(String[]::new))
                .param("hold", !chosen.everybody())
                .update();
    }

    /** The addresses of faultless typed rows, each with the row where it stands first. */
    private Map<String, Integer> typed(CustomerId customer, long draftId) {
        Map<String, Integer> first = new LinkedHashMap<>();
        jdbc.sql("""
                        select email_key, min(row_no) as row_no from draft_row
                        where customer_id = :customer and draft_id = :draft and row_no <= :base
                            and email_key is not null and faults = '[]'
                        group by email_key""")
                .param("customer", customer.value())
                .param("draft", draftId)
                .param("base", FILE_BASE)
                .query(rs -> {
                    first.put(rs.getString("email_key"), rs.getInt("row_no"));
                });
        return first;
    }

    private void count(CustomerId customer, long draftId, Instant now) {
        jdbc.sql("""
                        update draft d
                        set rows_total = c.total, rows_ready = c.ready, rows_faulty = c.faulty,
                            rows_warned = c.warned, rows_skipped = c.skipped, rows_left_out = c.left_out,
                            rows_enrolled = c.enrolled, rows_pending = c.pending,
                            rows_invited = c.invited + :seated,
                            rows_suppressed = c.suppressed,
                            rows_checked_at = :now
                        from (select count(*) as total,
                                  count(*) filter (where %s) as ready,
                                  count(*) filter (where %s) as faulty,
                                  count(*) filter (where %s) as warned,
                                  count(*) filter (where %s) as skipped,
                                  count(*) filter (where %s) as left_out,
                                  count(*) filter (where %s) as enrolled,
                                  count(*) filter (where %s) as pending,
                                  count(*) filter (where %s) as suppressed,
                                  count(*) filter (where r.ready and r.standing = 'INVITED') as invited
                              from draft_row r
                              where r.customer_id = :customer and r.draft_id = :draft) c
                        where d.customer_id = :customer and d.draft_id = :draft""".formatted(COUNTED))
                .param("customer", customer.value())
                .param("draft", draftId)
                .param("seated", triedAgainWithSeat(customer, draftId))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Bounced people who are tried again and whose invitation is pending: the new one takes over its seat too. */
    private int triedAgainWithSeat(CustomerId customer, long draftId) {
        if (choices.load(customer, draftId).again().isEmpty()) {
            return 0;
        }
        return standing.pending(
                customer,
                jdbc.sql("""
                        select email_key from draft_row
                        where customer_id = :customer and draft_id = :draft and ready and standing = 'BOUNCED'""")
                        .param("customer", customer.value())
                        .param("draft", draftId)
                        .query((row, number) -> row.getString("email_key"))
                        .list());
    }

    private static @Nullable String[] texts(List<CheckedRow> rows, Function<CheckedRow, @Nullable String> column) {
        @Nullable String[] texts = new String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = column.apply(rows.get(i));
        }
        return texts;
    }
}
