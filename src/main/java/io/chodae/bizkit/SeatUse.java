package io.chodae.bizkit;

import java.util.OptionalInt;

/**
 * How many users an edition allows and has. A pending invitation holds its seat.
 *
 * @param limit empty: unlimited
 */
public record SeatUse(OptionalInt limit, int pending, int enrolled) {

    public int used() {
        return pending + enrolled;
    }

    /** Seats that are free; empty: unlimited. */
    public OptionalInt remaining() {
        return limit.isPresent() ? OptionalInt.of(Math.max(0, limit.getAsInt() - used())) : OptionalInt.empty();
    }

    boolean room(int more) {
        return limit.isEmpty() || used() + more <= limit.getAsInt();
    }
}
