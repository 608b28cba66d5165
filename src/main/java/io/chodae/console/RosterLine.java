package io.chodae.console;

import io.chodae.campaign.DraftRow;
import io.chodae.campaign.DraftTexts;
import io.chodae.campaign.RowNote;
import io.chodae.shared.Language;
import java.util.List;

/** One row of the list as the page shows it, each fault and warning as a sentence beside its value. */
record RosterLine(DraftRow row, List<Note> faults, List<Note> warnings) {

    /**
     * A sentence about one cell.
     *
     * @param column message key suffix of the column
     * @param value what stood in the cell
     */
    record Note(String column, String value, String text) {}

    static RosterLine of(DraftRow row, DraftTexts texts, Language language) {
        return new RosterLine(row, notes(row.faults(), texts, language), notes(row.warnings(), texts, language));
    }

    /** The sentences of one column, or an empty list. */
    public List<String> faultsOf(String column) {
        return faults.stream()
                .filter(note -> note.column().equals(column))
                .map(Note::text)
                .toList();
    }

    private static List<Note> notes(List<RowNote> notes, DraftTexts texts, Language language) {
        return notes.stream()
                .map(note -> new Note(note.column(), note.value(), texts.note(note, language)))
                .toList();
    }
}
