package io.chodae.scim;

import java.util.List;

/** A filter as it was read; a value path is read as what it comes to for a user, who has one address. */
sealed interface Filter {

    /**
     * A comparison.
     *
     * @param value empty for {@link FilterOperator#PR}
     * @param text whether the value stood in quotation marks
     */
    record Compare(UserAttribute attribute, FilterOperator operator, String value, boolean text) implements Filter {}

    record And(List<Filter> parts) implements Filter {

        public And {
            parts = List.copyOf(parts);
        }
    }

    record Or(List<Filter> parts) implements Filter {

        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(Filter part) implements Filter {}
}
