package io.chodae.bizkit;

import io.chodae.shared.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person who accepted.
 *
 * @param email the invited address
 * @param emailKey its match key
 * @param groupName null: unclassified
 * @param plays how many Plays the person may use now
 * @param suspendedAt since when the publisher has suspended the use; null where it has not
 * @param endsOn last day of the membership, in the site's time zone; null where it does not end by itself
 * @param leftAt null for everybody who belongs
 * @param sortName by what names are sorted
 * @param sortGroup by what groups are sorted; empty for unclassified people
 */
public record EnrolledUser(
        long id,
        AccountId account,
        long invitationId,
        String email,
        String emailKey,
        String name,
        @Nullable String phone,
        @Nullable String extraInfo,
        @Nullable Long groupId,
        @Nullable String groupName,
        ServiceType serviceType,
        int plays,
        Instant acceptedAt,
        @Nullable Instant suspendedAt,
        @Nullable LocalDate endsOn,
        @Nullable Instant leftAt,
        String sortName,
        String sortGroup) {

    public boolean suspended() {
        return suspendedAt != null;
    }

    public boolean left() {
        return leftAt != null;
    }
}
