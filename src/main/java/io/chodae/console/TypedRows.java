package io.chodae.console;

import io.chodae.campaign.Draft;
import io.chodae.campaign.DraftRow;
import io.chodae.campaign.DraftTexts;
import io.chodae.campaign.Drafts;
import io.chodae.campaign.RowFilter;
import io.chodae.shared.Language;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The typed rows of a draft, all of them. */
@Component
class TypedRows {

    private static final int TYPED_SHOWN = 1_000;

    private final Drafts drafts;
    private final DraftTexts texts;

    TypedRows(Drafts drafts, DraftTexts texts) {
        this.drafts = drafts;
        this.texts = texts;
    }

    List<DraftRow> stored(Draft draft) {
        return drafts.rows(draft.customer(), draft.id(), RowFilter.TYPED, Optional.empty(), TYPED_SHOWN)
                .items();
    }

    List<TypedView> of(Draft draft, Language language) {
        return stored(draft).stream()
                .map(row -> TypedView.of(row, texts, language))
                .toList();
    }
}
