package io.chodae.playclient;

import io.chodae.bizkit.PlayAccess;
import io.chodae.shared.CustomerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person reads who may not use a Play.
 *
 * @param access {@code Granted}: the person may by now
 * @param redirectUris where the Play may be told of it
 */
public record PlayRefusal(
        CustomerId customer,
        String publisherId,
        String publisherName,
        long playId,
        String playName,
        boolean hasIcon,
        List<String> redirectUris,
        PlayAccess access) {

    public PlayRefusal {
        redirectUris = List.copyOf(redirectUris);
    }

    /** Why not; null where the person may by now. */
    public PlayAccess.@Nullable Refused refused() {
        return access instanceof PlayAccess.Refused refused ? refused : null;
    }
}
