package io.chodae.campaign;

import org.jspecify.annotations.Nullable;

/** What is to become of a row. */
public enum RowState {
    READY,
    /** Gets a mail although an invitation is pending: the new link takes the place of the old one. */
    AGAIN,
    FAULTY,
    /** By an operator, who may put it back. */
    LEFT_OUT,
    /** Gets no mail, for the person belongs already. */
    ENROLLED,
    /** Gets no mail, for an invitation is pending. */
    INVITED,
    /** Gets no mail, for the address bounced. */
    BOUNCED,
    /** Gets a mail although the address bounced: an operator says that it is right after all. */
    BOUNCED_AGAIN,
    /** Gets no mail, by the person's own wish. */
    OPTED_OUT;

    static RowState of(boolean leftOut, boolean faulty, @Nullable String standing, boolean held) {
        if (leftOut) {
            return LEFT_OUT;
        }
        if (faulty) {
            return FAULTY;
        }
        if (Standing.ENROLLED.equals(standing)) {
            return ENROLLED;
        }
        if (Standing.INVITED.equals(standing)) {
            return held ? INVITED : AGAIN;
        }
        if (Standing.BOUNCED.equals(standing)) {
            return held ? BOUNCED : BOUNCED_AGAIN;
        }
        return Standing.OPTED_OUT.equals(standing) ? OPTED_OUT : READY;
    }
}
