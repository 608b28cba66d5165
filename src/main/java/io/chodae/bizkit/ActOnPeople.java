package io.chodae.bizkit;

import io.chodae.audit.Actor;
import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Does one act to a few people, by its use case. */
@Component
class ActOnPeople {

    private final MoveUsers move;
    private final SuspendUser suspend;
    private final ResumeUser resume;
    private final SetMembershipEnd end;
    private final RemoveUser remove;

    ActOnPeople(MoveUsers move, SuspendUser suspend, ResumeUser resume, SetMembershipEnd end, RemoveUser remove) {
        this.move = move;
        this.suspend = suspend;
        this.resume = resume;
        this.end = end;
        this.remove = remove;
    }

    /** How it went with some. */
    record Acted(int changed, int needsInvitation) {}

    /** Empty where the act cannot be done any more: its group is gone, or its day is over. */
    Optional<Acted> act(CustomerId customer, List<Long> users, PeopleAct act, Actor actor) {
        return switch (act) {
            case PeopleAct.Move to ->
                switch (move.move(customer, users, to.groupId(), actor)) {
                    case MoveResult.Moved moved -> Optional.of(new Acted(moved.moved(), moved.needsInvitation()));
                    case MoveResult.GroupGone gone -> Optional.empty();
                };
            case PeopleAct.End on ->
                switch (end.set(customer, users, on.endsOn(), actor)) {
                    case MembershipEndResult.Set set -> Optional.of(new Acted(set.users(), 0));
                    case MembershipEndResult.Past past -> Optional.empty();
                };
            case PeopleAct.Suspend simple -> Optional.of(new Acted(suspend.suspend(customer, users, actor), 0));
            case PeopleAct.Resume simple -> Optional.of(new Acted(resume.resume(customer, users, actor), 0));
            case PeopleAct.Remove simple -> Optional.of(new Acted(remove.remove(customer, users, actor), 0));
        };
    }
}
