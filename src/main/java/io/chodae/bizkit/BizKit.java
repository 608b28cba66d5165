package io.chodae.bizkit;

import io.chodae.shared.CustomerId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A publisher's Biz Kit and the Biz Service that its invited people see.
 *
 * @param userLimit most users, pending and accepted together; empty: unlimited
 * @param deviceLimit most shared devices; empty: unlimited
 * @param iconEtag changes with the icon; null where there is none
 * @param requireOwnAddress whether the accepting account must own the invited address
 * @param invitationLifetime how long a link lives, one hour to thirty days
 * @param reminderDays how many days before the end a person is reminded, the longest first; at most two, empty: never
 * @param suspended whether who runs this server has stopped the publisher
 */
public record BizKit(
        CustomerId customer,
        Edition edition,
        String productName,
        OptionalInt userLimit,
        OptionalInt deviceLimit,
        @Nullable String serviceName,
        @Nullable String serviceDescription,
        @Nullable String iconEtag,
        boolean requireOwnAddress,
        Duration invitationLifetime,
        List<Integer> reminderDays,
        boolean suspended) {

    public BizKit {
        reminderDays = List.copyOf(reminderDays);
    }

    public boolean hasIcon() {
        return iconEtag != null;
    }

    /** What must be entered before anybody can be invited. */
    public List<MissingPart> missing() {
        List<MissingPart> missing = new ArrayList<>();
        if (serviceName == null) {
            missing.add(MissingPart.NAME);
        }
        if (serviceDescription == null) {
            missing.add(MissingPart.DESCRIPTION);
        }
        if (iconEtag == null) {
            missing.add(MissingPart.ICON);
        }
        return missing;
    }

    public boolean complete() {
        return missing().isEmpty();
    }
}
