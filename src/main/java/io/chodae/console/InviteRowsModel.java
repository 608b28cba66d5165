package io.chodae.console;

import io.chodae.campaign.Draft;
import io.chodae.campaign.DraftRow;
import io.chodae.campaign.DraftTexts;
import io.chodae.campaign.Drafts;
import io.chodae.campaign.RowFilter;
import io.chodae.shared.Language;
import io.chodae.shared.Slice;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the page of a draft's list shows. */
@Component
class InviteRowsModel {

    private static final int SHOWN = 50;

    private final Drafts drafts;
    private final DraftTexts texts;

    InviteRowsModel(Drafts drafts, DraftTexts texts) {
        this.drafts = drafts;
        this.texts = texts;
    }

    /** One page of rows; what is to be corrected comes first where nothing else was asked for. */
    void page(Model model, Draft draft, RowsView view, Language language) {
        boolean faulty = draft.roster().faulty() > 0 && view.text().isEmpty();
        RowFilter filter = view.filterOr(faulty ? RowFilter.FAULTY : RowFilter.ALL);
        Slice<DraftRow> slice = drafts.rows(draft.customer(), draft.id(), filter, view.text(), view.position(), SHOWN);
        model.addAttribute("lines", lines(slice.items(), language));
        model.addAttribute("next", slice.next().orElse(null));
        counts(model, draft, new RowsView(filter.name(), view.text(), view.after()));
    }

    /** The rows that a change of one row has changed, that one first, with the counts. */
    void changed(Model model, Draft draft, RowsView view, DraftRow row, List<DraftRow> others, Language language) {
        model.addAttribute("line", RosterLine.of(row, texts, language));
        model.addAttribute("others", lines(others, language));
        counts(model, draft, view);
    }

    private static void counts(Model model, Draft draft, RowsView view) {
        model.addAttribute("draft", draft);
        model.addAttribute("view", view);
    }

    private List<RosterLine> lines(List<DraftRow> rows, Language language) {
        return rows.stream().map(row -> RosterLine.of(row, texts, language)).toList();
    }
}
