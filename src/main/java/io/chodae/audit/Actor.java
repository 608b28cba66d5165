package io.chodae.audit;

import io.chodae.shared.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, as the audit trail keeps it.
 *
 * @param account the member account; null where the server itself or a client acts
 * @param label what an operator reads years later, when the account may be gone: an address, with the name of the
 *     program behind {@link #BY} where one acted for the person; or {@code system}
 */
public record Actor(@Nullable AccountId account, String label) {

    /** Between a person and the program that acted in their name. */
    public static final String BY = " · ";

    private static final Actor SYSTEM = new Actor(null, "system");

    /** The server itself: timers, set-up, migrations. */
    public static Actor system() {
        return SYSTEM;
    }

    /** A signed-in member. */
    public static Actor account(AccountId account, String email) {
        return new Actor(account, email);
    }

    /** A program in the name of a member: the line blames neither alone. */
    public static Actor program(AccountId account, String email, String program) {
        return new Actor(account, email + BY + program);
    }
}
