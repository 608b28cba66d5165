package io.chodae.notice;

import io.chodae.directory.Account;
import io.chodae.directory.AccountEvicted;
import io.chodae.directory.Accounts;
import io.chodae.identity.AddressChangeRequested;
import io.chodae.identity.AddressChanged;
import io.chodae.mail.MailRequest;
import io.chodae.mail.Outbox;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Mails about the address of an account, each to the address that it is about and not to the account's. */
@Component
class EnqueueAddressMails {

    private final Outbox outbox;
    private final Accounts accounts;

    EnqueueAddressMails(Outbox outbox, Accounts accounts) {
        this.outbox = outbox;
        this.accounts = accounts;
    }

    @EventListener
    void on(AddressChangeRequested requested) {
        mail(CustomerId.HOUSE, MailKind.ADDRESS_CHANGE, requested.account(), requested.linkId(), requested.address());
    }

    /** So that whoever lost an account to somebody else hears of it. */
    @EventListener
    void on(AddressChanged changed) {
        mail(CustomerId.HOUSE, MailKind.ADDRESS_CHANGED, changed.account(), changed.changeNumber(), changed.before());
    }

    @EventListener
    void on(AccountEvicted evicted) {
        mail(evicted.by(), MailKind.EVICTED, evicted.account(), evicted.evictionNumber(), evicted.from());
    }

    private void mail(CustomerId customer, MailKind kind, AccountId id, long subject, EmailAddress to) {
        Account account = accounts.find(id).orElseThrow();
        outbox.enqueue(List.of(new MailRequest(
                customer, kind.word(), id.value(), subject, 1, to, account.name(), account.language())));
    }
}
