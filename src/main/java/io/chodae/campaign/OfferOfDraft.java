package io.chodae.campaign;

import io.chodae.bizkit.Offer;
import io.chodae.bizkit.OfferContent;
import io.chodae.bizkit.PrivatePlay;
import io.chodae.bizkit.PrivatePlays;
import io.chodae.bizkit.UserGroup;
import io.chodae.bizkit.UserGroups;
import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a draft offers: for the preview as if it were stored, for the sending to be stored. */
@Component
class OfferOfDraft {

    private final UserGroups groups;
    private final PrivatePlays plays;

    OfferOfDraft(UserGroups groups, PrivatePlays plays) {
        this.groups = groups;
        this.plays = plays;
    }

    Offer preview(CustomerId customer, DraftContent content) {
        return new Offer(
                0,
                customer,
                content.inviterName(),
                content.contactEmail(),
                content.contactPhone(),
                content.reason(),
                content.groupId() == null ? OptionalLong.empty() : OptionalLong.of(content.groupId()),
                groupName(customer, content),
                offered(customer, content));
    }

    /**
     * @param groupId the group that is there by now; empty for unclassified people
     */
    OfferContent toStore(DraftContent content, OptionalLong groupId) {
        return new OfferContent(
                content.inviterName(),
                content.contactEmail(),
                content.contactPhone(),
                content.reason(),
                groupId,
                groupId.isPresent() ? List.of() : content.playIds());
    }

    private @Nullable String groupName(CustomerId customer, DraftContent content) {
        Long groupId = content.groupId();
        return switch (content.target()) {
            case EXISTING ->
                groupId == null
                        ? null
                        : groups.find(customer, groupId).map(UserGroup::name).orElse(null);
            case NEW -> content.newGroupName();
            case UNCLASSIFIED -> null;
        };
    }

    private List<PrivatePlay> offered(CustomerId customer, DraftContent content) {
        Long groupId = content.groupId();
        if (content.target() == TargetChoice.EXISTING) {
            return groupId == null ? List.of() : groups.playsOf(customer, groupId);
        }
        return plays.list(customer).stream()
                .filter(play -> content.playIds().contains(play.id()))
                .toList();
    }
}
