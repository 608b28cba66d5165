package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.campaign.DecideRows.Decision;
import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Chooses whether people with a pending invitation are passed over or get a new one, for the whole list or for one
 * person.
 *
 * <p>They are passed over unless an operator says otherwise. A new invitation kills the link of the old one, which the
 * person may be about to click; a second mail of the same kind is what receivers take for spam; and whoever is passed
 * over loses nothing, since the pending invitation stays good and can be sent again at any time. The one who wants the
 * new texts to reach everybody says so once.
 *
 * <p>There is no such choice for enrolled people: nobody could accept an invitation to their address, so that the mail
 * would only lead to a refusal. There is none for people who asked not to be written to either. Somebody whose address
 * bounced is passed over unless an operator says of this very person that it is right after all: then the bounce is
 * lifted when the invitation is written.
 */
@Component
public class ChooseAgain {

    private final DecideRows rows;
    private final RowReader reader;
    private final RowEdits edits;
    private final ChoiceStore choices;

    ChooseAgain(DecideRows rows, RowReader reader, RowEdits edits, ChoiceStore choices) {
        this.rows = rows;
        this.reader = reader;
        this.edits = edits;
        this.choices = choices;
    }

    /** For everybody, whatever was said of one person before. */
    @Transactional
    public RowsChange forAll(CustomerId customer, long draftId, boolean again, Actor actor) {
        return rows.decide(customer, draftId, "draft.again_chosen", actor, draft -> {
            choices.choose(customer, draftId, again);
            return Optional.of(new Decision(
                    Math.max(1, draft.roster().invited()), List.of(), Map.of("again", String.valueOf(again))));
        });
    }

    /** For the person of this row, in this list and in every other that is uploaded into the draft. */
    @Transactional
    public RowsChange forRow(CustomerId customer, long draftId, int rowNo, boolean again, Actor actor) {
        return rows.decide(
                customer,
                draftId,
                "draft.again_chosen",
                actor,
                draft -> reader.find(customer, draftId, rowNo).flatMap(row -> {
                    String key = edits.emailKey(customer, draftId, rowNo);
                    if (key == null) {
                        return Optional.empty();
                    }
                    if (row.state() == RowState.OPTED_OUT) {
                        return Optional.of(new Decision(0, List.of(rowNo), Map.of()));
                    }
                    choices.choose(customer, draftId, key, again);
                    return Optional.of(new Decision(
                            1,
                            List.of(rowNo),
                            Map.of("row", String.valueOf(row.shownRow()), "again", String.valueOf(again))));
                }));
    }
}
