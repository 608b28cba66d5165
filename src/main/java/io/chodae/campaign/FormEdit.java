package io.chodae.campaign;

import java.util.List;
import java.util.Map;

/**
 * The whole form as one operator sends it in, with what it was loaded with: only by that can his changes be told from
 * another's.
 *
 * @param base the fields as the page was given them
 * @param mine the fields as they are in the page now
 * @param typedBase {@link TypedBase} of the rows as the page was given them
 * @param typed the typed rows as they are in the page now
 * @param choices what was asked after a {@link SaveResult.Conflict}, and the answer; {@code UNDECIDED} where there is
 *     none yet
 * @param page names the page, so that it is never in conflict with its own earlier save; empty: none
 */
public record FormEdit(
        DraftContent base,
        DraftContent mine,
        String typedBase,
        List<TypedRow> typed,
        Map<DraftField, Choice> choices,
        String page) {

    public FormEdit {
        typed = List.copyOf(typed);
        choices = Map.copyOf(choices);
    }

    /** Whose value is to stand. */
    public enum Choice {
        MINE,
        THEIRS,
        /** Rows of both, for {@link DraftField#PEOPLE} only. */
        BOTH,
        UNDECIDED
    }

    Choice choice(DraftField field) {
        return choices.getOrDefault(field, Choice.MINE);
    }
}
