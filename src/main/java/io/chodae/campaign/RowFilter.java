package io.chodae.campaign;

/** The counts of the list as filters of it. */
public enum RowFilter {
    ALL("true"),
    TYPED("r.source = 'TYPED'"),
    FILE("r.source = 'FILE'"),
    READY("r.ready"),
    FAULTY("(not r.left_out and (r.faults <> '[]' or r.duplicate_of is not null))"),
    WARNED("(not r.left_out and (r.warnings <> '[]' or r.standing is not null))"),
    /** Right in themselves, and yet they get no mail: enrolled, invited already, or not to be written to. */
    SKIPPED("(not r.left_out and not r.ready and r.faults = '[]' and r.duplicate_of is null)"),
    ENROLLED("(not r.left_out and r.standing = 'ENROLLED' and r.faults = '[]' and r.duplicate_of is null)"),
    INVITED("(not r.left_out and r.standing = 'INVITED' and r.faults = '[]' and r.duplicate_of is null)"),
    SUPPRESSED(
            "(not r.left_out and r.standing in ('BOUNCED', 'OPTED_OUT') and r.faults = '[]' and r.duplicate_of is null)"),
    LEFT_OUT("r.left_out");

    private final String condition;

    RowFilter(String condition) {
        this.condition = condition;
    }

    /** On {@code draft_row r}. */
    String condition() {
        return condition;
    }
}
