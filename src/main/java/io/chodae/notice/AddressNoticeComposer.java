package io.chodae.notice;

import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.directory.ConsumerAccounts;
import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import io.chodae.mail.Composition;
import io.chodae.mail.MailComposer;
import io.chodae.mail.MailContent;
import io.chodae.mail.MailSettings;
import io.chodae.mail.MailTemplate;
import io.chodae.mail.QueuedMail;
import io.chodae.notice.Layout.Letter;
import io.chodae.shared.AccountId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what became of an address. Such mails are few, so each is a template of its own. */
final class AddressNoticeComposer implements MailComposer {

    private final MailKind kind;
    private final Accounts accounts;
    private final ConsumerAccounts consumers;
    private final Customers customers;
    private final Layouts layouts;
    private final MailSettings settings;
    private final Links links;

    AddressNoticeComposer(
            MailKind kind,
            Accounts accounts,
            ConsumerAccounts consumers,
            Customers customers,
            Layouts layouts,
            MailSettings settings,
            Links links) {
        this.kind = kind;
        this.accounts = accounts;
        this.consumers = consumers;
        this.customers = customers;
        this.layouts = layouts;
        this.settings = settings;
        this.links = links;
    }

    @Override
    public String kind() {
        return kind.word();
    }

    @Override
    public List<Composition> compose(List<QueuedMail> queued) {
        return queued.stream().map(this::compose).toList();
    }

    private Composition compose(QueuedMail mail) {
        boolean over = kind != MailKind.ADDRESS_CHANGED && organisation(mail).isEmpty();
        return over
                ? new Composition.Obsolete(
                        mail.mailId(), "the organisation has nothing to do with the account any more")
                : new Composition.Ready(
                        mail.mailId(), MailTemplate.build(content(mail)).fill(mail, Map.of()));
    }

    /** Who took the address back, or gave another one. */
    private Optional<Customer> organisation(QueuedMail mail) {
        AccountId account = new AccountId(mail.batchId());
        return (kind == MailKind.EVICTED
                        ? consumers.evictedBy(account)
                        : accounts.find(account).map(Account::managedBy))
                .flatMap(customers::find);
    }

    private MailContent content(QueuedMail mail) {
        Map<String, Object> values = new HashMap<>();
        values.put("brand", settings.fromName());
        values.put("host", links.host());
        values.put("name", mail.toName());
        values.put("email", mail.to().value());
        values.put("link", links.signIn());
        values.put(
                "address",
                accounts.find(new AccountId(mail.batchId()))
                        .map(account -> account.email().value())
                        .orElse(""));
        values.put("organisation", organisation(mail).map(Customer::name).orElse(""));
        Letter letter = layouts.of(kind, mail.language()).fill(values);
        return new MailContent(
                settings.fromName(), settings.from(), null, "", letter.subject(), letter.text(), letter.html());
    }
}
