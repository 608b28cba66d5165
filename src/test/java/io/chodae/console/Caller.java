package io.chodae.console;

/** Who asks, the weakest first; each may do what those before may. */
enum Caller {
    NOBODY,
    /** Enrolled with the hotel, and works for no publisher. */
    MEMBER,
    VIEWER,
    OPERATOR,
    OWNER;

    boolean below(Caller other) {
        return compareTo(other) < 0;
    }
}
