package io.chodae.campaign;

import io.chodae.bizkit.PrivatePlay;
import io.chodae.bizkit.PrivatePlays;
import io.chodae.bizkit.UserGroups;
import io.chodae.shared.CustomerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The rules of the form's second and third part: the group, and the Plays where it does not bring its own. */
@Component
class CheckTarget {

    private static final int MAX_TEXT = 100;

    private final UserGroups groups;
    private final PrivatePlays plays;

    CheckTarget(UserGroups groups, PrivatePlays plays) {
        this.groups = groups;
        this.plays = plays;
    }

    List<DraftFault> faults(CustomerId customer, DraftContent content) {
        List<DraftFault> faults = new ArrayList<>();
        switch (content.target()) {
            case EXISTING -> existing(customer, content, faults);
            case NEW -> {
                newGroup(customer, content, faults);
                plays(customer, content.playIds(), faults);
            }
            case UNCLASSIFIED -> plays(customer, content.playIds(), faults);
        }
        return faults;
    }

    private void existing(CustomerId customer, DraftContent content, List<DraftFault> faults) {
        Long groupId = content.groupId();
        if (groupId == null) {
            faults.add(new DraftFault("groupId", "MISSING"));
        } else if (groups.find(customer, groupId).isEmpty()) {
            faults.add(new DraftFault("groupId", "GONE"));
        } else if (groups.playsOf(customer, groupId).stream().noneMatch(PrivatePlay::enabled)) {
            faults.add(new DraftFault("groupId", "NO_PLAY"));
        }
    }

    private void newGroup(CustomerId customer, DraftContent content, List<DraftFault> faults) {
        String name = content.newGroupName();
        CheckFields.required("newGroupName", name, MAX_TEXT, faults);
        if (!name.isEmpty()
                && groups.search(customer, name).stream()
                        .anyMatch(group -> fold(group.name()).equals(fold(name)))) {
            faults.add(new DraftFault("newGroupName", "TAKEN", name));
        }
        CheckFields.tooLong("newGroupExtraInfo", content.newGroupExtraInfo(), MAX_TEXT, faults);
    }

    private void plays(CustomerId customer, List<Long> chosen, List<DraftFault> faults) {
        if (chosen.isEmpty()) {
            faults.add(new DraftFault("playIds", "MISSING"));
            return;
        }
        Set<Long> usable = plays.list(customer).stream()
                .filter(PrivatePlay::enabled)
                .map(PrivatePlay::id)
                .collect(Collectors.toSet());
        if (!usable.containsAll(chosen)) {
            faults.add(new DraftFault("playIds", "GONE"));
        }
    }

    /** As the names of groups are compared: letter case aside. */
    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
