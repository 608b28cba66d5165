package io.chodae.identity;

import io.chodae.shared.AccountId;
import java.util.List;
import java.util.Optional;

/** Requests of programs that wait for an administrator's answer. */
public interface PendingConsents {

    /** Name of the form's field that says for which customer. */
    String CUSTOMER = "customer";

    /** The page that asks. */
    String PAGE = "/consent";

    /**
     * A request of the OpenID provider's authorization endpoint, found good but for the answer.
     *
     * @param redirectUri where the browser goes with the answer
     * @param scopes what is asked for, in the order of {@link ApiScopes#ALL}
     */
    record Pending(Program program, String redirectUri, List<String> scopes) {}

    /** The person's own request that has this state; empty for anybody else's and for one that was answered. */
    Optional<Pending> find(String state, AccountId account);
}
