package io.chodae.campaign;

import io.chodae.roster.RosterColumn;
import io.chodae.roster.RosterTexts;
import io.chodae.shared.Language;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says in one cell what is wrong with a row. */
@Component
class RowReasons {

    private final DraftTexts texts;
    private final RosterTexts roster;

    RowReasons(DraftTexts texts, RosterTexts roster) {
        this.texts = texts;
        this.roster = roster;
    }

    /** Each fault after the name of its column; empty for a good row. */
    String of(DraftRow row, Language language) {
        return row.faults().stream()
                .map(fault -> roster.column(RosterColumn.valueOf(fault.column()), language) + ": "
                        + texts.note(fault, language))
                .collect(Collectors.joining(" / "));
    }
}
