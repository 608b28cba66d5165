package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.campaign.FormEdit.Choice;
import io.chodae.shared.CustomerId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The typed rows of two operators: whoever changed them alone is right, otherwise the later one decides. */
@Component
class MergeTypedRows {

    private final SaveTypedRows typedRows;
    private final RowReader reader;

    MergeTypedRows(SaveTypedRows typedRows, RowReader reader) {
        this.typedRows = typedRows;
        this.reader = reader;
    }

    sealed interface Merged {}

    /** They stand as is right; {@code others} where that is not what was sent in. */
    record Settled(boolean others) implements Merged {}

    /** Both changed them; nothing was written. */
    record Open() implements Merged {}

    record TooMany(int limit, int found) implements Merged {}

    /** The caller holds the draft's lock. */
    Merged merge(Draft draft, FormEdit edit, boolean own, Actor actor) {
        CustomerId customer = draft.customer();
        List<DraftRow> theirs = reader.after(customer, draft.id(), RowFilter.TYPED, 0, SaveTypedRows.LIMIT);
        List<CheckedRow> mine = typedRows.check(edit.typed());
        String base = edit.typedBase();
        Choice choice = edit.choice(DraftField.PEOPLE);
        if (SaveTypedRows.same(mine, theirs)) {
            return new Settled(false);
        }
        if (choice == Choice.THEIRS || base.equals(TypedBase.ofChecked(mine))) {
            return new Settled(true);
        }
        boolean changedByBoth = !own && !base.equals(TypedBase.of(theirs));
        List<TypedRow> wanted = edit.typed();
        if (choice == Choice.BOTH) {
            wanted = both(theirs, edit.typed());
        } else if (changedByBoth || choice == Choice.UNDECIDED) {
            return new Open();
        }
        return typedRows.write(draft, typedRows.check(wanted), edit.page(), actor)
                ? new Settled(choice == Choice.BOTH)
                : new TooMany(SaveTypedRows.LIMIT, wanted.size());
    }

    /** Theirs, and those of mine that they do not have just so. */
    private List<TypedRow> both(List<DraftRow> theirs, List<TypedRow> mine) {
        List<TypedRow> all = new ArrayList<>(theirs.stream()
                .map(row -> new TypedRow(row.name(), row.email(), row.phone(), row.extraInfo(), row.language()))
                .toList());
        for (TypedRow row : mine) {
            if (theirs.stream().noneMatch(known -> SaveTypedRows.same(typedRows.check(List.of(row)), List.of(known)))) {
                all.add(row);
            }
        }
        return all;
    }
}
