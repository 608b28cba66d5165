package io.chodae.capture;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.chodae.directory.AccountsAppeared;
import io.chodae.directory.AccountsDisappeared;
import io.chodae.directory.DomainLost;
import io.chodae.directory.DomainVerified;
import io.chodae.directory.ManagedAccountRenamed;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps the lists true to accounts and domains, in the transaction that changes them. Of a domain only the first
 * accounts are done in it: the rest, and whoever was being changed at that moment, follows in the background.
 */
@Component
class FollowDirectory {

    private final Listing listing;
    private final FollowStore follows;
    private final SchedulerClient timers;
    private final Clock clock;
    private final int atOnce;

    FollowDirectory(
            Listing listing,
            FollowStore follows,
            SchedulerClient timers,
            Clock clock,
            @Value("${chodae.capture.at-once:1000}") int atOnce) {
        this.listing = listing;
        this.follows = follows;
        this.timers = timers;
        this.clock = clock;
        this.atOnce = atOnce;
    }

    @EventListener
    void on(AccountsAppeared appeared) {
        listing.shareDomainsOf(appeared.accounts());
        listing.putOn(appeared.accounts());
    }

    /** Before other rooms hear of it: invitations are locked before what hangs on them. */
    @EventListener
    @Order(0)
    void on(AccountsDisappeared disappeared) {
        listing.shareDomainsOf(disappeared.accounts());
        listing.takeOff(disappeared.accounts());
    }

    /** An invitation that was accepted goes where its account went. */
    @EventListener
    void on(ManagedAccountRenamed renamed) {
        listing.move(renamed.account(), renamed.before(), renamed.after());
    }

    @EventListener
    void on(DomainVerified verified) {
        listing.claim(verified.domain());
        listing.putOn(verified.customer(), verified.domain(), "", atOnce, true);
        follow(verified.customer(), verified.domain());
    }

    @EventListener
    void on(DomainLost lost) {
        listing.claim(lost.domain());
        listing.takeOff(lost.customer(), lost.domain(), "", atOnce);
        follow(lost.customer(), lost.domain());
    }

    private void follow(CustomerId customer, String domain) {
        long id = follows.begin(customer, domain, clock.instant());
        timers.scheduleIfNotExists(FollowTask.instance(customer, id), clock.instant());
    }
}
