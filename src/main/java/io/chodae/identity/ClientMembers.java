package io.chodae.identity;

import io.chodae.shared.AccountId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the OpenID provider asks the room that knows its clients. It asks at each step of a sign-in, at each refresh and
 * whenever a client asks who the person is, so that a "no" holds at once.
 */
public interface ClientMembers {

    /**
     * What a client may learn of a person, as of now.
     *
     * @param clientId as the client names itself
     * @param scopes what the client was granted
     * @return claims with at least {@code sub}; empty where the person may not use the client
     */
    Optional<Map<String, Object>> claims(String clientId, AccountId account, Set<String> scopes);
}
