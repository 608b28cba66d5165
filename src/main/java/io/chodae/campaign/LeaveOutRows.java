package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.campaign.DecideRows.Decision;
import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leaves rows of an uploaded list out of the sending, and puts them back: the list itself loses nothing. */
@Component
public class LeaveOutRows {

    private final DecideRows rows;
    private final RowReader reader;
    private final RowEdits edits;
    private final FileDuplicates duplicates;

    LeaveOutRows(DecideRows rows, RowReader reader, RowEdits edits, FileDuplicates duplicates) {
        this.rows = rows;
        this.reader = reader;
        this.edits = edits;
        this.duplicates = duplicates;
    }

    /** A row whose address stands in a later row, too, makes way for that one. */
    @Transactional
    public RowsChange leaveOut(CustomerId customer, long draftId, int rowNo, Actor actor) {
        return rows.decide(customer, draftId, "draft.row_left_out", actor, draft -> one(draft, rowNo, true));
    }

    @Transactional
    public RowsChange putBack(CustomerId customer, long draftId, int rowNo, Actor actor) {
        return rows.decide(customer, draftId, "draft.row_put_back", actor, draft -> one(draft, rowNo, false));
    }

    /** Duplicates are among the faulty ones, so that the first row of every address keeps its place. */
    @Transactional
    public RowsChange leaveOutFaulty(CustomerId customer, long draftId, Actor actor) {
        return rows.decide(
                customer,
                draftId,
                "draft.rows_left_out",
                actor,
                draft -> Optional.of(many(edits.leaveOutFaulty(customer, draftId))));
    }

    /** Everything that was left out, one by one or together. */
    @Transactional
    public RowsChange putBackAll(CustomerId customer, long draftId, Actor actor) {
        return rows.decide(customer, draftId, "draft.rows_put_back", actor, draft -> {
            int back = edits.putBackAll(customer, draftId);
            if (back > 0) {
                duplicates.mendAll(customer, draftId);
            }
            return Optional.of(many(back));
        });
    }

    private Optional<Decision> one(Draft draft, int rowNo, boolean out) {
        CustomerId customer = draft.customer();
        return reader.find(customer, draft.id(), rowNo)
                .filter(row -> row.source() == RowSource.FILE)
                .map(row -> {
                    if (!edits.leaveOut(customer, draft.id(), rowNo, out)) {
                        return new Decision(0, List.of(rowNo), Map.of());
                    }
                    TreeSet<Integer> shown = new TreeSet<>(List.of(rowNo));
                    String key = edits.emailKey(customer, draft.id(), rowNo);
                    if (key != null) {
                        shown.addAll(duplicates.mend(customer, draft.id(), List.of(key)));
                    }
                    return new Decision(1, List.copyOf(shown), Map.of("row", String.valueOf(row.shownRow())));
                });
    }

    private static Decision many(int count) {
        return new Decision(count, List.of(), Map.of("count", String.valueOf(count)));
    }
}
