package io.chodae.bizkit;

import io.chodae.shared.CustomerId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Biz Service as one of its users sees it.
 *
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
        List<PrivatePlay> plays) {

    public MyService {
        plays = List.copyOf(plays);
    }
}
