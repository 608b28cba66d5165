package io.chodae.console;

import io.chodae.audit.Actor;
import io.chodae.bizkit.ChangeUser;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.PrivatePlays;
import io.chodae.bizkit.UserGroups;
import io.chodae.road.Publisher;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;

/** Publishers with an operator who can sign in, and with enrolled people. */
@TestComponent
class Crowd {

    private final Publisher publishers;
    private final Kits kits;
    private final PrivatePlays plays;
    private final UserGroups groups;
    private final ChangeUser change;

    Crowd(Publisher publishers, Kits kits, PrivatePlays plays, UserGroups groups, ChangeUser change) {
        this.publishers = publishers;
        this.kits = kits;
        this.plays = plays;
        this.groups = groups;
        this.change = change;
    }

    /**
     * A publisher.
     *
     * @param group its one group
     * @param users unclassified people, in the order of their names
     */
    record Full(Publisher.Ready ready, Kits.Publisher kit, long group, List<Long> users) {

        String operatorEmail() {
            return ready.operatorEmail();
        }
    }

    Full of(String... names) {
        Publisher.Ready ready = publishers.ready();
        Kits.Publisher kit = new Kits.Publisher(
                ready.customer(),
                Actor.system(),
                plays.list(ready.customer()).getFirst().id());
        List<Long> users = new ArrayList<>();
        for (String name : names) {
            long user = kits.user(kit);
            change.change(ready.customer(), user, name, "3층", Actor.system());
            users.add(user);
        }
        return new Full(
                ready, kit, groups.search(ready.customer(), "").getFirst().id(), users);
    }
}
