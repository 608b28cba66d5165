package io.chodae.bizkit;

import io.chodae.shared.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person who accepted and has not left.
 *
 * @param email the invited address
 * @param groupName null: unclassified
 * @param plays how many Plays the person may use now
 */
public record EnrolledUser(
        long id,
        AccountId account,
        String email,
        String name,
        @Nullable String phone,
        @Nullable String extraInfo,
        @Nullable Long groupId,
        @Nullable String groupName,
        ServiceType serviceType,
        int plays,
        Instant acceptedAt) {}
