package io.chodae.notice;

import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.domain.DomainNoticeWritten;
import io.chodae.identity.Operators;
import io.chodae.mail.MailRequest;
import io.chodae.mail.Outbox;
import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells a customer's administrators what became of a domain, in the transaction in which it did. It is the server's own
 * mail, and its batch names the customer: an administrator who once stopped the customer's invitations, or whose address
 * bounced one, still has to learn that a domain is being lost.
 */
@Component
class EnqueueDomainNews {

    private final Outbox outbox;
    private final Operators operators;
    private final Accounts accounts;

    EnqueueDomainNews(Outbox outbox, Operators operators, Accounts accounts) {
        this.outbox = outbox;
        this.operators = operators;
        this.accounts = accounts;
    }

    @EventListener
    void on(DomainNoticeWritten written) {
        if (!written.news().mailed()) {
            return;
        }
        List<Account> readers = operators.whoMayWrite(written.customer()).stream()
                .map(accounts::find)
                .flatMap(Optional::stream)
                .toList();
        outbox.enqueue(IntStream.range(0, readers.size())
                .mapToObj(i -> request(written, readers.get(i), i + 1))
                .toList());
    }

    private static MailRequest request(DomainNoticeWritten written, Account reader, int number) {
        return new MailRequest(
                CustomerId.HOUSE,
                MailKind.DOMAIN.word(),
                written.customer().value(),
                written.noticeId(),
                number,
                reader.email(),
                reader.name(),
                reader.language());
    }
}
