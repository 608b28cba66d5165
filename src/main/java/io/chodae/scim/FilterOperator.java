package io.chodae.scim;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a filter compares (RFC 7644, table 3). */
enum FilterOperator {
    EQ,
    NE,
    CO,
    SW,
    EW,
    PR,
    GT,
    GE,
    LT,
    LE;

    static Optional<FilterOperator> of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    boolean isPart() {
        return this == CO || this == SW || this == EW;
    }

    boolean isInOrder() {
        return this == GT || this == GE || this == LT || this == LE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
