package io.chodae.bizkit;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.util.List;

/**
 * The publisher suspended or removed people, who can use nothing now: said once for all whom one step was about, beside
 * what is said of each of them, in the publishing transaction. It is for whoever has as much to do with many as with one.
 */
public record UsersShutOut(CustomerId customer, List<AccountId> accounts) {

    public UsersShutOut {
        accounts = List.copyOf(accounts);
    }
}
