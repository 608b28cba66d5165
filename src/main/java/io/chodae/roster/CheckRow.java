package io.chodae.roster;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cleans and checks one person's values; the same rules for a cell of a file and a typed row. */
@Component
public class CheckRow {

    /** Duplicates are not seen here: they need the whole list, see {@link FirstRows}. */
    public RosterRow check(
            int row, String name, String email, String phone, String extraInfo, @Nullable String language) {
        throw new UnsupportedOperationException("comes next");
    }
}
