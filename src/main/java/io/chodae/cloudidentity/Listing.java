package io.chodae.cloudidentity;

import io.chodae.capture.UserInvitationOrder;
import io.chodae.capture.UserInvitationState;
import io.chodae.wire.Parsed;
import io.chodae.wire.Query;
import io.chodae.wire.Quoted;
import java.util.Optional;
import java.util.Set;

/**
 * What a list was asked for, page aside.
 *
 * @param states none where the filter can match nothing
 * @param size rows of a page
 */
record Listing(Set<UserInvitationState> states, UserInvitationOrder order, int size) {

    private static final int DEFAULT_SIZE = 100;
    private static final int LARGEST = 200;

    static Parsed<Listing> parse(Query query) {
        return StateFilter.parse(query.value("filter"))
                .then(states -> OrderBy.parse(query.value("orderBy"))
                        .then(order -> size(query.value("pageSize")).map(size -> new Listing(states, order, size))));
    }

    private static Parsed<Integer> size(Optional<String> text) {
        try {
            int size = Integer.parseInt(text.orElse("0").strip());
            if (size >= 0) {
                return Parsed.good(size == 0 ? DEFAULT_SIZE : Math.min(size, LARGEST));
            }
        } catch (NumberFormatException e) {
            // falls to the refusal
        }
        return Parsed.invalid("Invalid pageSize \"%s\": a number from 1 to %d, or 0 for %d."
                .formatted(Quoted.of(text.orElse("")), LARGEST, DEFAULT_SIZE));
    }
}
