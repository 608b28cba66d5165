package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.bizkit.Fault;
import io.chodae.bizkit.GroupContent;
import io.chodae.bizkit.SaveGroupResult;
import io.chodae.bizkit.SaveUserGroup;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Settles the group that a draft invites into, making the new one where it asks for one. */
@Component
class GroupOfDraft {

    private final SaveUserGroup saveUserGroup;

    GroupOfDraft(SaveUserGroup saveUserGroup) {
        this.saveUserGroup = saveUserGroup;
    }

    sealed interface Result {}

    /**
     * There is a group now, or none is wanted.
     *
     * @param groupId empty for unclassified people
     */
    record Settled(OptionalLong groupId) implements Result {}

    /** The new group cannot be made: somebody took its name a moment ago. */
    record Refused(List<DraftFault> faults) implements Result {}

    Result settle(Draft draft, Actor actor) {
        DraftContent content = draft.content();
        Long existing = content.groupId();
        return switch (content.target()) {
            case UNCLASSIFIED -> new Settled(OptionalLong.empty());
            case EXISTING -> new Settled(existing == null ? OptionalLong.empty() : OptionalLong.of(existing));
            case NEW -> make(draft, actor);
        };
    }

    private Result make(Draft draft, Actor actor) {
        DraftContent content = draft.content();
        GroupContent group = new GroupContent(content.newGroupName(), content.newGroupExtraInfo(), content.playIds());
        return switch (saveUserGroup.save(draft.customer(), OptionalLong.empty(), group, actor)) {
            case SaveGroupResult.Saved saved -> new Settled(OptionalLong.of(saved.groupId()));
            case SaveGroupResult.Faults refused ->
                new Refused(refused.faults().stream().map(GroupOfDraft::asOurs).toList());
            case SaveGroupResult.Gone gone -> throw new IllegalStateException("a new group cannot be gone");
        };
    }

    private static DraftFault asOurs(Fault fault) {
        String field = switch (fault.field()) {
            case "name" -> "newGroupName";
            case "extraInfo" -> "newGroupExtraInfo";
            default -> fault.field();
        };
        return new DraftFault(field, fault.code(), fault.args().toArray());
    }
}
