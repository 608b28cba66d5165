package io.chodae.notice;

import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.identity.Operators;
import io.chodae.invitation.NewLinkAsked;
import io.chodae.mail.MailRequest;
import io.chodae.mail.Outbox;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells a customer's operators that somebody asked for a new link: each at most once an hour, however many ask. The
 * hour is part of the mail's name, and the outbox takes each name once.
 */
@Component
class EnqueueLinkRequests {

    private final Outbox outbox;
    private final Operators operators;
    private final Accounts accounts;
    private final Clock clock;

    EnqueueLinkRequests(Outbox outbox, Operators operators, Accounts accounts, Clock clock) {
        this.outbox = outbox;
        this.operators = operators;
        this.accounts = accounts;
        this.clock = clock;
    }

    @EventListener
    void on(NewLinkAsked asked) {
        CustomerId customer = asked.invitation().customer();
        int hour = (int) (clock.instant().getEpochSecond() / Duration.ofHours(1).toSeconds());
        outbox.enqueue(operators.whoMayWrite(customer).stream()
                .map(accounts::find)
                .flatMap(Optional::stream)
                .map(operator -> request(customer, operator, hour))
                .toList());
    }

    /**
     * A notice to who works there, whether or not they also get the publisher's invitations: the server's own mail, its
     * batch names the customer. Its subject names both, for one person may work for several.
     */
    private static MailRequest request(CustomerId customer, Account operator, int hour) {
        return new MailRequest(
                CustomerId.HOUSE,
                MailKind.LINK_ASKED.word(),
                customer.value(),
                (customer.value() << Integer.SIZE) + operator.id().value(),
                hour,
                operator.email(),
                operator.name(),
                operator.language());
    }
}
