package io.chodae.campaign;

/** The counts of the list as filters of it. */
public enum RowFilter {
    ALL("true"),
    TYPED("r.source = 'TYPED'"),
    FILE("r.source = 'FILE'"),
    READY("r.ready"),
    FAULTY("(r.faults <> '[]' or r.duplicate_of is not null)"),
    WARNED("(r.warnings <> '[]' or r.standing is not null)"),
    SKIPPED("(r.faults = '[]' and r.duplicate_of is null and r.standing = 'ENROLLED')");

    private final String condition;

    RowFilter(String condition) {
        this.condition = condition;
    }

    /** On {@code draft_row r}. */
    String condition() {
        return condition;
    }
}
