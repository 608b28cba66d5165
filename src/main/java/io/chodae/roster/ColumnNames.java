package io.chodae.roster;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Finds out by their names what the columns of a sheet say of a person. */
public final class ColumnNames {

    private ColumnNames() {}

    /** The place of each column that is known by its name, counted from 0; the most telling one where there are more. */
    public static Map<RosterColumn, Integer> places(List<String> titles) {
        Map<RosterColumn, Integer> places = new EnumMap<>(RosterColumn.class);
        HeaderNames.match(titles).forEach((column, found) -> places.put(column, found.getFirst()));
        return places;
    }
}
