package io.chodae.capture;

import io.chodae.audit.Actor;
import io.chodae.capture.Standings.Listed;
import io.chodae.capture.Standings.Standing;
import io.chodae.capture.UserInvitationResult.Done;
import io.chodae.capture.UserInvitationResult.Refused;
import io.chodae.directory.Customers;
import io.chodae.invitation.InvitationState.Step;
import io.chodae.invitation.Limited;
import io.chodae.invitation.RecipientCounts;
import io.chodae.invitation.SendingTurn;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.suppression.Suppressions;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends invitations to become managed, or sends them again: each send makes a link, ends the one before and counts.
 * However many they are, it takes a dozen statements.
 */
@Component
public class SendUserInvitations {

    private final SendingTurn turn;
    private final UserInvitations invitations;
    private final Customers customers;
    private final Listing listing;
    private final Standings standings;
    private final Suppressions suppressions;
    private final RecipientCounts recipients;
    private final RenewTransferLinks renew;
    private final UserInvitationTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SendUserInvitations(
            SendingTurn turn,
            UserInvitations invitations,
            Customers customers,
            Listing listing,
            Standings standings,
            Suppressions suppressions,
            RecipientCounts recipients,
            RenewTransferLinks renew,
            UserInvitationTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.turn = turn;
        this.invitations = invitations;
        this.customers = customers;
        this.listing = listing;
        this.standings = standings;
        this.suppressions = suppressions;
        this.recipients = recipients;
        this.renew = renew;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Sends to each address that it can.
     *
     * @param emails a thousand at most; an address that is named twice is sent one mail
     * @return what became of each, by the key of the address
     */
    @Transactional
    public Map<String, UserInvitationResult> send(CustomerId customer, List<EmailAddress> emails, Actor actor) {
        Set<String> keys = Addresses.keys(emails);
        Map<String, UserInvitationResult> results = new HashMap<>();
        if (keys.isEmpty()) {
            return results;
        }
        turn.take(customer);
        if (customers.isSuspended(customer)) {
            keys.forEach(key -> results.put(key, refused(UserInvitationRefusal.CUSTOMER_SUSPENDED)));
            return results;
        }
        listing.putOnKeys(customer, keys);
        Map<String, Standing> open = new HashMap<>(standings.lock(customer, keys));
        open.forEach((key, standing) -> hindrance(standing).ifPresent(reason -> results.put(key, refused(reason))));
        open.keySet().removeAll(results.keySet());
        holdBack(customer, open, results);
        if (!open.isEmpty()) {
            write(customer, open, results, actor);
        }
        return results;
    }

    /**
     * Sends to one address, unless somebody has done so since: a page that shows the count may be pressed twice.
     *
     * @param mailsBefore how many mails the one who asks knows of
     * @return empty where another one has gone out
     */
    @Transactional
    public Optional<UserInvitationResult> sendOnce(
            CustomerId customer, EmailAddress email, int mailsBefore, Actor actor) {
        turn.take(customer);
        boolean moved = invitations
                .find(customer, email)
                .filter(one -> one.mailsSent() > mailsBefore)
                .isPresent();
        return moved
                ? Optional.empty()
                : Optional.ofNullable(send(customer, List.of(email), actor).get(email.key()));
    }

    private static Optional<UserInvitationRefusal> hindrance(Standing standing) {
        Listed row = standing.row();
        return standing.hindrance()
                .or(() -> row == null || row.state().after(Step.SEND).isEmpty()
                        ? Optional.of(UserInvitationRefusal.MANAGED)
                        : Optional.empty());
    }

    private void holdBack(CustomerId customer, Map<String, Standing> open, Map<String, UserInvitationResult> results) {
        suppressions
                .suppressedAmong(customer, open.keySet())
                .keySet()
                .forEach(key -> results.put(key, refused(UserInvitationRefusal.SUPPRESSED)));
        open.keySet().removeAll(results.keySet());
        recipients.over(customer, open.keySet()).forEach((key, limited) -> results.put(key, tooMany(limited)));
        open.keySet().removeAll(results.keySet());
    }

    private void write(
            CustomerId customer, Map<String, Standing> open, Map<String, UserInvitationResult> results, Actor actor) {
        recipients.count(customer, open.keySet());
        List<Listed> rows = open.values().stream()
                .map(standing -> Objects.requireNonNull(standing.row()))
                .toList();
        List<UserInvitation> sent = renew.renew(customer, rows);
        if (sent.size() != rows.size()) {
            throw new IllegalStateException(
                    "%d of %d locked invitations were written".formatted(sent.size(), rows.size()));
        }
        sent.forEach(one -> results.put(one.email().key(), new Done(one)));
        trail.sent(customer, rows, actor);
        events.publishEvent(new UserInvitationsSent(
                customer,
                sent.stream()
                        .map(one -> told(
                                one, Objects.requireNonNull(open.get(one.email().key()))))
                        .toList()));
    }

    private static SentUserInvitation told(UserInvitation sent, Standing standing) {
        Listed row = Objects.requireNonNull(standing.row());
        return new SentUserInvitation(
                row.id(), row.linkNumber() + 1, sent.email(), standing.name(), standing.language());
    }

    private UserInvitationResult tooMany(Limited limited) {
        return new Refused(UserInvitationRefusal.TOO_MANY, Duration.between(clock.instant(), limited.again()));
    }

    private static UserInvitationResult refused(UserInvitationRefusal reason) {
        return new Refused(reason, null);
    }
}
