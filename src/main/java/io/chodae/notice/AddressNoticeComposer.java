package io.chodae.notice;

import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
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
    private final Customers customers;
    private final Layouts layouts;
    private final MailSettings settings;
    private final Links links;

    AddressNoticeComposer(
            MailKind kind,
            Accounts accounts,
            Customers customers,
            Layouts layouts,
            MailSettings settings,
            Links links) {
        this.kind = kind;
        this.accounts = accounts;
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
        boolean told = kind == MailKind.EVICTED
                && accounts.find(new AccountId(mail.batchId()))
                        .filter(Account::needsAnotherAddress)
                        .isEmpty();
        return told
                ? new Composition.Obsolete(mail.mailId(), "another address is chosen")
                : new Composition.Ready(
                        mail.mailId(), MailTemplate.build(content(mail)).fill(mail, Map.of()));
    }

    private MailContent content(QueuedMail mail) {
        Map<String, Object> values = new HashMap<>();
        values.put("brand", settings.fromName());
        values.put("host", links.host());
        values.put("name", mail.toName());
        values.put("email", mail.to().value());
        values.put("link", links.signIn());
        Optional<Customer> organisation = customers.find(mail.customer());
        values.put("organisation", organisation.map(Customer::name).orElse(""));
        Letter letter = layouts.of(kind, mail.language()).fill(values);
        return new MailContent(
                settings.fromName(), settings.from(), null, "", letter.subject(), letter.text(), letter.html());
    }
}
