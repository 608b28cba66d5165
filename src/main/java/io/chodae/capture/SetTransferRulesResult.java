package io.chodae.capture;

import java.util.Set;

/** What became of new rules. */
public sealed interface SetTransferRulesResult {

    /** They hold from now on, for whoever is sent a mail from now on, and soon for everybody else. */
    record Saved(TransferRules rules) implements SetTransferRulesResult {}

    /** They are what they were. */
    record Same() implements SetTransferRulesResult {}

    /** Nothing changed. */
    record Invalid(Set<TransferRulesFault> faults) implements SetTransferRulesResult {

        public Invalid {
            faults = Set.copyOf(faults);
        }
    }
}
