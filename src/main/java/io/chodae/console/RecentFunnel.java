package io.chodae.console;

import io.chodae.invitation.CountInvitations;
import io.chodae.invitation.Funnel;
import io.chodae.invitation.InvitationQuery;
import io.chodae.invitation.Invitations;
import io.chodae.mail.Deliveries;
import io.chodae.mail.DeliveryState;
import io.chodae.shared.CustomerId;
import io.chodae.shared.SqlCondition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * How far those came who were invited within thirty days. Counting a hundred thousand of them takes a moment, so the page
 * asks whether they are many first and lets the figures follow.
 */
@Component
class RecentFunnel {

    private static final Duration RECENT = Duration.ofDays(30);

    /** The database finds each of the two by an index of its own. */
    private static final Set<DeliveryState> WAITING = EnumSet.of(DeliveryState.QUEUED, DeliveryState.SENDING);

    private static final Set<DeliveryState> AMISS =
            EnumSet.complementOf(EnumSet.of(DeliveryState.QUEUED, DeliveryState.SENDING, DeliveryState.SENT));

    private final Invitations invitations;
    private final CountInvitations count;
    private final Clock clock;

    RecentFunnel(Invitations invitations, CountInvitations count, Clock clock) {
        this.invitations = invitations;
        this.count = count;
        this.clock = clock;
    }

    /** Whether they are more than are counted at once. */
    boolean isLarge(CustomerId customer) {
        InvitationQuery query =
                new InvitationQuery("", Optional.empty(), OptionalLong.empty(), Optional.empty(), 1).since(from());
        return count.of(query, customer).more();
    }

    /** Whose newest mail neither waits nor went amiss, it was delivered to. */
    FunnelView count(CustomerId customer) {
        Instant from = from();
        Funnel funnel = invitations.funnelSince(customer, from);
        int undelivered = undelivered(customer, from, WAITING) + undelivered(customer, from, AMISS);
        return FunnelView.of(funnel, Math.max(0, funnel.invited() - undelivered));
    }

    private int undelivered(CustomerId customer, Instant from, Set<DeliveryState> states) {
        SqlCondition mail =
                Deliveries.isIn("invitation", states, InvitationQuery.MAIL_ABOUT, InvitationQuery.MAIL_NUMBER);
        return invitations.countSince(customer, from, mail);
    }

    private Instant from() {
        return clock.instant().minus(RECENT);
    }
}
