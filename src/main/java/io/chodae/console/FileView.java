package io.chodae.console;

import io.chodae.campaign.HandEdits;
import io.chodae.campaign.RosterUpload;
import io.chodae.roster.RosterColumn;
import io.chodae.roster.RosterHead;
import io.chodae.roster.RosterHeader;
import io.chodae.roster.RosterMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The uploaded file as the page shows it.
 *
 * @param problem why it cannot be read, as a sentence; null otherwise
 * @param lost what its reading would lose, where that is asked about; null otherwise
 * @param turn how often the page has asked; it asks less often as time goes by
 */
public record FileView(
        RosterUpload upload,
        @Nullable String problem,
        @Nullable HandEdits lost,
        int turn) {

    /** In milliseconds; the answer itself is held back until there is news. */
    private static final int[] PAUSES = {100, 100, 100, 100, 100, 1_000, 2_000};

    /** One column to choose from. */
    public record Choice(int place, String letters, String title) {}

    /** Milliseconds until the page asks again. */
    public int pause() {
        return PAUSES[Math.clamp(turn, 0, PAUSES.length - 1)];
    }

    /** The visible sheets, the one that was read first; empty where there is no choice. */
    public List<String> sheets() {
        RosterHead head = upload.head();
        if (head == null || head.otherSheets().isEmpty() || lost != null) {
            return List.of();
        }
        List<String> sheets = new ArrayList<>();
        sheets.add(head.sheet());
        sheets.addAll(head.otherSheets());
        return sheets;
    }

    /** The numbers of the first rows that were corrected. */
    public String correctedRows() {
        return lost == null ? "" : numbers(lost.correctedRows(), lost.corrected());
    }

    /** The numbers of the first rows that were left out. */
    public String leftOutRows() {
        return lost == null ? "" : numbers(lost.leftOutRows(), lost.leftOut());
    }

    private static String numbers(List<Integer> rows, int all) {
        String numbers = rows.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return all > rows.size() ? numbers + ", …" : numbers;
    }

    /** Whether columns can be chosen by hand. */
    public boolean mappable() {
        RosterHead head = upload.head();
        return head != null && !head.rows().isEmpty() && !upload.busy() && lost == null;
    }

    /** Whether nothing but choosing the columns helps. */
    public boolean columnsMissing() {
        var unreadable = upload.problem();
        return unreadable != null
                && switch (unreadable.problem()) {
                    case NO_EMAIL_COLUMN, EMAIL_COLUMN_TWICE, NO_NAME_COLUMN, NO_ROWS -> true;
                    default -> false;
                };
    }

    /** Whether an earlier choice for the same column names was applied. */
    public boolean remembered() {
        RosterHeader header = upload.header();
        return header != null
                && upload.state() == RosterUpload.State.READ
                && header.origin() == RosterHeader.Origin.REMEMBERED;
    }

    /** The columns of the widest of the first rows, titled by the row that was taken for the header, or the first. */
    public List<Choice> choices() {
        RosterHead head = upload.head();
        if (head == null) {
            return List.of();
        }
        int width =
                head.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        List<String> titles = head.rows().stream()
                .filter(row -> row.number() == headerRow())
                .findFirst()
                .orElse(head.rows().getFirst())
                .cells();
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            choices.add(new Choice(i, RosterUpload.letters(i), i < titles.size() ? titles.get(i) : ""));
        }
        return choices;
    }

    /** What a select stands on; -1 for nothing. */
    public int chosen(String column) {
        Integer place = used().get(RosterColumn.valueOf(column));
        return place == null ? -1 : place;
    }

    /** The row that a select stands on; 0 for none. */
    public int headerRow() {
        RosterHeader header = upload.header();
        RosterHead head = upload.head();
        if (header != null && upload.state() == RosterUpload.State.READ) {
            return header.mapping().headerRow();
        }
        return head == null || head.rows().isEmpty()
                ? 0
                : head.rows().getFirst().number();
    }

    private Map<RosterColumn, Integer> used() {
        RosterHeader header = upload.header();
        RosterMapping mapping = header == null || upload.state() != RosterUpload.State.READ ? null : header.mapping();
        return mapping == null ? Map.of() : mapping.columns();
    }
}
