package io.chodae.domain;

import io.chodae.domain.Finding.Outcome;
import java.util.List;

/** What a look at all places comes to. */
enum Verdict {
    FOUND,
    MISSING,
    /** The name servers did not tell, and no page had the proof: whoever runs the server may be at fault. */
    UNKNOWN;

    static Verdict of(List<Finding> findings) {
        if (findings.stream().anyMatch(Finding::found)) {
            return FOUND;
        }
        boolean told = findings.stream()
                .anyMatch(one -> one.method() == ProofMethod.DNS && one.outcome() != Outcome.NO_ANSWER);
        return told ? MISSING : UNKNOWN;
    }
}
