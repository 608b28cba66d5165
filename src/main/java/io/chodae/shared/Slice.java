package io.chodae.shared;

import java.util.List;
import java.util.Optional;

/**
 * One page of a keyset-paged list.
 *
 * @param items the rows, in the list's order
 * @param next opaque position to ask for the rows after these; empty at the end
 */
public record Slice<T>(List<T> items, Optional<String> next) {

    public Slice {
        items = List.copyOf(items);
    }
}
