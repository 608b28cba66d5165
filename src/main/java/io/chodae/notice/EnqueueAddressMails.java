package io.chodae.notice;

import io.chodae.directory.Account;
import io.chodae.directory.AccountEvicted;
import io.chodae.directory.Accounts;
import io.chodae.directory.ManagedAccountRenamed;
import io.chodae.identity.AddressChangeRequested;
import io.chodae.identity.AddressChanged;
import io.chodae.mail.MailRequest;
import io.chodae.mail.Outbox;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.util.stream.IntStream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Mails about the address of an account, each to the address that it is about and not to the account's. All are the
 * server's own: whoever wants no mail of an organisation must still learn that it took the address back.
 */
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
        mail(MailKind.ADDRESS_CHANGE, requested.account(), requested.linkId(), requested.address());
    }

    /**
     * So that whoever lost an account to somebody else hears of it. Where the address has another account by now, as one
     * may that was taken back, its reader has nothing to do with this one.
     */
    @EventListener
    void on(AddressChanged changed) {
        if (accounts.findByEmail(changed.before()).isPresent()) {
            return;
        }
        mail(MailKind.ADDRESS_CHANGED, changed.account(), changed.changeNumber(), changed.before());
    }

    @EventListener
    void on(AccountEvicted evicted) {
        mail(MailKind.EVICTED, evicted.account(), evicted.evictionNumber(), evicted.from());
    }

    /** At both addresses: whoever signs in tomorrow with the old one has to know why that fails. */
    @EventListener
    void on(ManagedAccountRenamed renamed) {
        if (renamed.moved()) {
            mail(MailKind.RENAMED, renamed.account(), renamed.changeNumber(), renamed.before(), renamed.after());
        }
    }

    private void mail(MailKind kind, AccountId id, long subject, EmailAddress... to) {
        Account account = accounts.find(id).orElseThrow();
        outbox.enqueue(IntStream.range(0, to.length)
                .mapToObj(i -> new MailRequest(
                        CustomerId.HOUSE,
                        kind.word(),
                        id.value(),
                        subject,
                        i + 1,
                        to[i],
                        account.name(),
                        account.language()))
                .toList());
    }
}
