package io.chodae.console;

import io.chodae.campaign.Draft;
import io.chodae.campaign.DraftFault;
import io.chodae.campaign.DraftLine;
import io.chodae.campaign.Unsent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A draft in the list of drafts.
 *
 * @param missing ids of the form's parts that are not right yet, in their order
 */
record DraftView(
        Draft draft,
        List<String> missing,
        List<String> others,
        @Nullable Unsent unsent) {

    static DraftView of(DraftLine line) {
        Set<String> faulty = line.faults().stream().map(DraftFault::field).collect(Collectors.toSet());
        return new DraftView(
                line.draft(),
                InviteStep.missing(line.draft(), faulty),
                line.others(),
                line.unsent().orElse(null));
    }
}
