package io.chodae.console;

import io.chodae.campaign.DraftRow;
import io.chodae.campaign.DraftTexts;
import io.chodae.console.InviteFormInput.TypedLine;
import io.chodae.shared.Language;
import java.util.List;
import java.util.stream.Stream;

/** A typed row as its fields show it, stored or not. */
record TypedView(String name, String email, String phone, String extraInfo, List<String> notes) {

    static TypedView of(DraftRow row, DraftTexts texts, Language language) {
        RosterLine line = RosterLine.of(row, texts, language);
        return new TypedView(
                row.name(),
                row.email(),
                row.phone(),
                row.extraInfo(),
                Stream.concat(line.faults().stream(), line.warnings().stream())
                        .map(RosterLine.Note::text)
                        .toList());
    }

    static TypedView of(TypedLine line) {
        return new TypedView(line.name(), line.email(), line.phone(), line.extraInfo(), List.of());
    }

    /** For a list of them. */
    String summary() {
        return Stream.of(name, email, phone, extraInfo)
                .filter(part -> !part.isBlank())
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
    }
}
