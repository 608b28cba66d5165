package io.chodae.campaign;

import io.chodae.roster.ColumnNames;
import io.chodae.roster.RosterColumn;
import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.Map;

/**
 * The columns of the sheet that a list was read from.
 *
 * @param titles empty where none were kept, or nothing was uploaded
 * @param places where the sheet has what; columns that it does not have are left out
 */
record SheetLayout(List<String> titles, Map<RosterColumn, Integer> places) {

    static SheetLayout of(RowReader rows, CustomerId customer, long draftId) {
        List<String> titles = rows.columns(customer, draftId);
        Map<RosterColumn, Integer> chosen = rows.places(customer, draftId);
        return new SheetLayout(titles, chosen.isEmpty() ? ColumnNames.places(titles) : chosen);
    }

    boolean known() {
        return !titles.isEmpty();
    }

    int width() {
        return titles.size();
    }
}
