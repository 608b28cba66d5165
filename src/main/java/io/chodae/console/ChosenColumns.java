package io.chodae.console;

import io.chodae.roster.RosterColumn;
import io.chodae.roster.RosterMapping;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The selects of the page on which columns are chosen by hand: {@code header}, and {@code column.<meaning>}. */
final class ChosenColumns {

    private ChosenColumns() {}

    /** Whatever is no number counts as not chosen. */
    static RosterMapping of(Map<String, String> fields) {
        Map<RosterColumn, Integer> columns = new EnumMap<>(RosterColumn.class);
        for (RosterColumn column : RosterColumn.values()) {
            number(fields.get("column." + column)).ifPresent(place -> columns.put(column, place));
        }
        return new RosterMapping(number(fields.get("header")).orElse(0), columns);
    }

    private static OptionalInt number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,7}")
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }
}
