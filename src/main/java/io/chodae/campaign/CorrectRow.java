package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.roster.CheckRow;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts right what one row of an uploaded list says, by the rules of the list. Typed rows are corrected where they were
 * typed, since the form saves them as a whole.
 */
@Component
public class CorrectRow {

    private final DraftStore drafts;
    private final CampaignStore campaigns;
    private final RowReader rows;
    private final RowEdits edits;
    private final RowStore store;
    private final FileDuplicates duplicates;
    private final CheckRow checkRow;
    private final AuditTrail audit;
    private final Clock clock;

    CorrectRow(
            DraftStore drafts,
            CampaignStore campaigns,
            RowReader rows,
            RowEdits edits,
            RowStore store,
            FileDuplicates duplicates,
            CheckRow checkRow,
            AuditTrail audit,
            Clock clock) {
        this.drafts = drafts;
        this.campaigns = campaigns;
        this.rows = rows;
        this.edits = edits;
        this.store = store;
        this.duplicates = duplicates;
        this.checkRow = checkRow;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param seen {@link DraftRow#mark} of the row as it was shown
     * @param values as they are to be, right or wrong
     */
    @Transactional
    public CorrectRowResult correct(
            CustomerId customer, long draftId, int rowNo, String seen, TypedRow values, Actor actor) {
        Optional<StoredDraft> stored = drafts.lock(customer, draftId);
        Optional<DraftRow> row = rows.find(customer, draftId, rowNo).filter(found -> found.source() == RowSource.FILE);
        if (stored.isEmpty() || row.isEmpty()) {
            return new CorrectRowResult.Gone();
        }
        if (stored.get().sent()) {
            return new CorrectRowResult.AlreadySent(campaigns.ofDraft(customer, draftId));
        }
        if (!row.get().mark().equals(seen)) {
            return new CorrectRowResult.Changed(stored.get().draft(), row.get());
        }
        return save(stored.get().draft(), row.get(), check(row.get(), values), actor);
    }

    private CorrectRowResult save(Draft draft, DraftRow row, CheckedRow checked, Actor actor) {
        CustomerId customer = draft.customer();
        Set<String> keys = keys(edits.emailKey(customer, draft.id(), row.rowNo()), checked.emailKey());
        edits.replace(customer, draft.id(), row.rowNo(), checked);
        List<Integer> others = duplicates.mend(customer, draft.id(), keys);
        drafts.rowsChanged(draft, actor, clock.instant());
        store.compareAndCount(customer, draft.id(), clock.instant());
        audit.record(
                customer,
                actor,
                "draft.row_corrected",
                "draft",
                String.valueOf(draft.id()),
                Map.of("row", String.valueOf(row.shownRow())));
        return new CorrectRowResult.Saved(
                drafts.find(customer, draft.id()).orElseThrow().draft(),
                rows.find(customer, draft.id(), row.rowNo()).orElseThrow(),
                rows.among(customer, draft.id(), without(others, row.rowNo())));
    }

    private CheckedRow check(DraftRow row, TypedRow values) {
        String tag = values.language() == null ? null : values.language().tag();
        return CheckedRow.of(
                checkRow.check(row.shownRow(), values.name(), values.email(), values.phone(), values.extraInfo(), tag));
    }

    private static Set<String> keys(@Nullable String before, @Nullable String now) {
        return Stream.of(Optional.ofNullable(before), Optional.ofNullable(now))
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Integer> without(List<Integer> rowNos, int rowNo) {
        List<Integer> others = new ArrayList<>(rowNos);
        others.removeIf(other -> other == rowNo);
        return others;
    }
}
