package io.chodae.capture;

import io.chodae.capture.FollowStore.Follow;
import io.chodae.directory.VerifiedDomains;
import io.chodae.shared.CustomerId;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes through the accounts of a domain, a chunk a transaction, and puts them on the customer's list, or off it: what
 * is true when a chunk is done decides, so that a domain may be lost and proven again meanwhile.
 */
@Component
class FollowDomain {

    private final TransactionTemplate transaction;
    private final FollowStore follows;
    private final Listing listing;
    private final VerifiedDomains domains;
    private final int chunk;

    FollowDomain(
            TransactionTemplate transaction,
            FollowStore follows,
            Listing listing,
            VerifiedDomains domains,
            @Value("${chodae.capture.chunk:5000}") int chunk) {
        this.transaction = transaction;
        this.follows = follows;
        this.listing = listing;
        this.domains = domains;
        this.chunk = chunk;
    }

    /** Whether all is done; false where the server stops before. */
    boolean work(CustomerId customer, long id, BooleanSupplier stop) {
        boolean more = true;
        while (more) {
            if (stop.getAsBoolean()) {
                return false;
            }
            more = transaction
                    .execute(status -> follows.find(customer, id).filter(follow -> step(customer, id, follow)))
                    .isPresent();
        }
        return true;
    }

    private boolean step(CustomerId customer, long id, Follow follow) {
        listing.claim(follow.domain());
        listing.giveWay();
        Optional<String> last =
                domains.holder(follow.domain()).filter(customer::equals).isPresent()
                        ? listing.putOn(customer, follow.domain(), follow.position(), chunk, false)
                        : listing.takeOff(customer, follow.domain(), follow.position(), chunk);
        last.ifPresentOrElse(key -> follows.move(customer, id, key), () -> follows.end(customer, id));
        return last.isPresent();
    }
}
