package io.chodae.bizkit;

import io.chodae.shared.CustomerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Biz Service as one of its users sees it.
 *
 * @param suspended whether the publisher has suspended the use
 * @param endsOn last day of the membership; null where it does not end by itself
 * @param plays usable now
 */
public record MyService(
        CustomerId customer,
        long userId,
        String publisherId,
        String publisherName,
        String serviceName,
        String serviceDescription,
        @Nullable String iconEtag,
        String invitedEmail,
        Instant since,
        boolean suspended,
        @Nullable LocalDate endsOn,
        List<PrivatePlay> plays) {

    public MyService {
        plays = List.copyOf(plays);
    }
}
