package io.chodae.campaign;

import java.util.List;
import java.util.Optional;

/**
 * A draft as the list of drafts tells of it.
 *
 * @param faults what is still missing
 * @param others other operators who are on it now
 * @param unsent where it was to go out by itself and did not
 */
public record DraftLine(Draft draft, List<DraftFault> faults, List<String> others, Optional<Unsent> unsent) {

    public DraftLine {
        faults = List.copyOf(faults);
        others = List.copyOf(others);
    }
}
