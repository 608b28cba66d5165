package io.chodae.roster;

import io.chodae.shared.PlainText;
import java.util.ArrayList;
import java.util.List;

/** Cuts the cells of a row: a list may be wide and its texts long, and each is kept a hundred thousand times. */
final class SheetCells {

    private static final int MAX_COLUMNS = 60;
    private static final int MAX_CHARACTERS = 4_000;
    private static final int SHOWN_COLUMNS = 30;
    private static final int SHOWN = 60;

    private SheetCells() {}

    /** To be stored: without the blank ones at the end. */
    static List<String> stored(List<String> cells) {
        int left = MAX_CHARACTERS;
        int width = width(cells, MAX_COLUMNS);
        List<String> stored = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            String cell = RawValue.cut(cells.get(i));
            stored.add(cell.length() <= left ? cell : "…");
            left -= Math.min(left, cell.length());
        }
        return stored;
    }

    /** To be shown in a table of few rows. */
    static List<String> shown(List<String> cells) {
        return cells.subList(0, width(cells, SHOWN_COLUMNS)).stream()
                .map(cell -> PlainText.oneLine(RawValue.cut(cell)))
                .map(cell -> PlainText.length(cell) <= SHOWN
                        ? cell
                        : cell.substring(0, cell.offsetByCodePoints(0, SHOWN)) + "…")
                .toList();
    }

    private static int width(List<String> cells, int max) {
        int width = Math.min(cells.size(), max);
        while (width > 0 && cells.get(width - 1).isBlank()) {
            width--;
        }
        return width;
    }
}
