package io.chodae.notice;

import io.chodae.capture.PendingTransfers.Pending;
import io.chodae.mail.MailContent;
import io.chodae.mail.MailTemplate;
import io.chodae.notice.Layout.Letter;
import io.chodae.sender.SendingAddresses;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.PlainText;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What all people of a domain read alike. The mail comes under the organisation's name; answers go to the contact it
 * named, where that is an address.
 */
@Component
class TransferTemplates {

    private final SendingAddresses senders;
    private final Links links;
    private final Layouts layouts;

    TransferTemplates(SendingAddresses senders, Links links, Layouts layouts) {
        this.senders = senders;
        this.links = links;
        this.layouts = layouts;
    }

    MailTemplate build(CustomerId customer, Pending pending, Language language) {
        String publisher = PlainText.oneLine(pending.customerName());
        String contact = PlainText.oneLine(pending.contact());
        Map<String, Object> values = new HashMap<>();
        values.put("publisher", publisher);
        values.put("brand", publisher);
        values.put("domain", pending.domain());
        values.put("contact", contact);
        values.put("host", links.host());
        MailKind.SLOTS.forEach(slot -> values.put(slot, MailTemplate.slot(slot)));
        Letter letter = layouts.of(MailKind.TRANSFER, language).fill(values);
        return MailTemplate.build(new MailContent(
                publisher,
                senders.from(customer),
                EmailAddress.parse(contact)
                        .filter(address -> !address.needsSmtpUtf8())
                        .orElse(null),
                publisher,
                letter.subject(),
                letter.text(),
                letter.html(),
                MailKind.TRANSFER.headers()));
    }
}
