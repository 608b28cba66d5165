package io.chodae.provisioning;

/** How a field is compared. Texts are compared without regard to case, but for ids. */
public enum UserMatch {
    EQUALS,
    STARTS_WITH,
    ENDS_WITH,
    CONTAINS,
    /** It is not empty; the value is passed over. */
    PRESENT,
    GREATER,
    GREATER_OR_EQUAL,
    LESS,
    LESS_OR_EQUAL;

    boolean isInOrder() {
        return this == GREATER || this == GREATER_OR_EQUAL || this == LESS || this == LESS_OR_EQUAL;
    }

    boolean isPart() {
        return this == STARTS_WITH || this == ENDS_WITH || this == CONTAINS;
    }
}
