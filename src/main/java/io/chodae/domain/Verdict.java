package io.chodae.domain;

import io.chodae.domain.Finding.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a look at all places comes to. */
enum Verdict {
    FOUND,
    MISSING,
    /**
     * Nothing was found, and where the proof was last nobody answered: whoever runs the server may be at fault. The same
     * where the name servers did not answer.
     */
    UNKNOWN;

    /** @param last where the proof was found before; null: nowhere yet */
    static Verdict of(@Nullable ProofMethod last, List<Finding> findings) {
        if (findings.stream().anyMatch(Finding::found)) {
            return FOUND;
        }
        boolean silent = findings.stream()
                .filter(one -> one.method() == ProofMethod.DNS || one.method() == last)
                .anyMatch(one -> one.outcome() == Outcome.NO_ANSWER);
        return silent ? UNKNOWN : MISSING;
    }
}
