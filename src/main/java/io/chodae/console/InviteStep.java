package io.chodae.console;

import io.chodae.campaign.Draft;
import io.chodae.campaign.Readiness;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One of the five parts of the invite form, and whether it is done.
 *
 * @param id anchor of the part, and suffix of its message key
 */
record InviteStep(int number, String id, boolean done) {

    private static final Set<String> INVITER = Set.of("inviterName", "contactEmail", "contactPhone", "reason");
    private static final Set<String> GROUP = Set.of("target", "groupId", "newGroupName", "newGroupExtraInfo");

    static List<InviteStep> of(Draft draft, Set<String> faulty, Readiness readiness) {
        List<InviteStep> steps = new ArrayList<>(filled(draft, faulty));
        steps.add(new InviteStep(5, "preview", readiness.previewed()));
        return steps;
    }

    /** Ids of the parts that are to be filled in still. */
    static List<String> missing(Draft draft, Set<String> faulty) {
        return filled(draft, faulty).stream()
                .filter(step -> !step.done())
                .map(InviteStep::id)
                .toList();
    }

    private static List<InviteStep> filled(Draft draft, Set<String> faulty) {
        return List.of(
                new InviteStep(1, "inviter", none(INVITER, faulty)),
                new InviteStep(2, "group", none(GROUP, faulty)),
                new InviteStep(3, "plays", !faulty.contains("playIds")),
                new InviteStep(4, "people", draft.roster().ready() > 0));
    }

    private static boolean none(Set<String> fields, Set<String> faulty) {
        return fields.stream().noneMatch(faulty::contains);
    }
}
