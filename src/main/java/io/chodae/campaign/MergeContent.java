package io.chodae.campaign;

import io.chodae.campaign.FormEdit.Choice;
import java.util.EnumSet;
import java.util.Set;

/**
 * Puts the changes of two operators together. A field that only one of them changed is taken from him; one that both
 * changed, each in his own way, is left for the operator to decide.
 *
 * @param stored what is right to store: theirs where it is open
 * @param shown what the form goes on with: mine where it is open
 * @param open fields to be decided
 */
record MergeContent(DraftContent stored, DraftContent shown, Set<DraftField> open) {

    private static final Set<DraftField> FIELDS = EnumSet.complementOf(EnumSet.of(DraftField.PEOPLE));

    /**
     * @param theirs what is stored now
     * @param own whether the very page that sends this wrote what is stored now
     */
    static MergeContent of(FormEdit edit, DraftContent theirs, boolean own) {
        DraftContent stored = theirs;
        DraftContent shown = theirs;
        Set<DraftField> open = EnumSet.noneOf(DraftField.class);
        DraftContent mine = edit.mine().cleaned();
        for (DraftField field : FIELDS) {
            if (field.same(mine, theirs) || !wanted(field, edit, mine)) {
                continue;
            }
            shown = field.take(shown, mine);
            boolean changedByBoth = !field.same(edit.base(), theirs) && !own;
            if (changedByBoth || edit.choice(field) == Choice.UNDECIDED) {
                open.add(field);
            } else {
                stored = field.take(stored, mine);
            }
        }
        return new MergeContent(stored, shown, open);
    }

    /** Whether this operator has changed the field, and has not decided for the other's value. */
    private static boolean wanted(DraftField field, FormEdit edit, DraftContent mine) {
        return !field.same(edit.base(), mine) && edit.choice(field) != Choice.THEIRS;
    }
}
