package io.chodae.identity;

/** What an operator may do for a customer. */
public enum Role {
    /** Everything, operators and settings included. */
    OWNER,
    /** The daily work: inviting, groups, Plays. */
    OPERATOR,
    /** Reads only. */
    VIEWER;

    public boolean mayWrite() {
        return this != VIEWER;
    }

    public boolean mayManage() {
        return this == OWNER;
    }

    /** Whether this role may do whatever the other may. */
    public boolean covers(Role other) {
        return switch (other) {
            case VIEWER -> true;
            case OPERATOR -> mayWrite();
            case OWNER -> mayManage();
        };
    }
}
