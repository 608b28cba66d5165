package io.chodae.campaign;

import io.chodae.shared.CustomerId;
import io.chodae.shared.Slice;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks into a draft's list: by what is to become of a row, and by a part of what it says. */
@Component
public class FindRows {

    private static final int MAX_SLICE = 1_000;

    private final RowReader rows;

    FindRows(RowReader rows) {
        this.rows = rows;
    }

    /**
     * In the list's order: typed rows, then the file's.
     *
     * @param text part of the name, the address or the phone number, however it was grouped; empty for all
     * @param after where the slice before ended; empty for the first
     */
    @Transactional(readOnly = true)
    public Slice<DraftRow> find(
            CustomerId customer, long draftId, RowFilter filter, String text, Optional<String> after, int limit) {
        return rows.slice(
                customer,
                draftId,
                filter,
                text,
                after.map(FindRows::position).orElse(0),
                Math.clamp(limit, 1, MAX_SLICE));
    }

    /** The position comes back from a browser: anything but one of ours means the beginning. */
    private static int position(String after) {
        return after.matches("[0-9]{1,9}") ? Integer.parseInt(after) : 0;
    }
}
