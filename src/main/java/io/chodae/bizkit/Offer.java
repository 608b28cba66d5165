package io.chodae.bizkit;

import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Who invites, why, and to what.
 *
 * @param groupId empty for unclassified people
 * @param groupName null for unclassified people, and where the group has been deleted
 * @param plays what is offered now, disabled ones included: those of the group, or the offer's own
 */
public record Offer(
        long id,
        CustomerId customer,
        String inviterName,
        String contactEmail,
        String contactPhone,
        String reason,
        OptionalLong groupId,
        @Nullable String groupName,
        List<PrivatePlay> plays) {

    public Offer {
        plays = List.copyOf(plays);
    }

    /** Whether anything of it can be had now: its group is there, and one of its Plays is switched on. */
    public boolean stands() {
        return (groupId.isEmpty() || groupName != null) && plays.stream().anyMatch(PrivatePlay::enabled);
    }
}
