package io.chodae.domain;

/**
 * What was found in one place.
 *
 * @param where the record's name or the page's address
 * @param detail what stood there instead, or why nothing could be learnt; empty where that says nothing more
 */
public record Finding(ProofMethod method, Outcome outcome, String where, String detail) {

    private static final int LONGEST = 300;

    public Finding {
        detail = detail.length() > LONGEST ? detail.substring(0, LONGEST) + "…" : detail;
    }

    /** What came of looking. */
    public enum Outcome {
        /** The proof is there. */
        FOUND,
        /** Nothing is there: no record, no page, no tag. */
        NOTHING,
        /** Something else is there. */
        DIFFERENT,
        /** It leads to another host, where nothing is proven. */
        ELSEWHERE,
        /** Its address is of a private network, which is not opened. */
        PRIVATE,
        /** Longer than anybody reads. */
        TOO_LONG,
        /** Nobody answered in time, or with an error of their own. */
        NO_ANSWER
    }

    boolean found() {
        return outcome == Outcome.FOUND;
    }
}
