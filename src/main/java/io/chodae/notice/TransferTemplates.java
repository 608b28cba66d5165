package io.chodae.notice;

import io.chodae.capture.PendingTransfers.Pending;
import io.chodae.capture.TransferDeadline;
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
 * What all people of a domain read alike who are told the same. The mail comes under the organisation's name; answers go
 * to the contact it named, where that is an address.
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

    /**
     * What decides which words a mail has.
     *
     * @param ends whether there is a deadline
     * @param evicts whether the address is taken back after it
     * @param declinedToo whether declining does not help against that
     * @param declined whether its reader has declined
     */
    record Words(
            MailKind kind,
            String domain,
            Language language,
            boolean ends,
            boolean evicts,
            boolean declinedToo,
            boolean declined) {

        static Words of(MailKind kind, Pending pending, Language language) {
            TransferDeadline deadline = pending.deadline();
            return new Words(
                    kind,
                    pending.domain(),
                    language,
                    deadline != null,
                    deadline != null && deadline.evicts(),
                    deadline != null && deadline.declinedToo(),
                    pending.declined());
        }
    }

    MailTemplate build(CustomerId customer, String customerName, String contactName, Words words) {
        String publisher = PlainText.oneLine(customerName);
        String contact = PlainText.oneLine(contactName);
        Map<String, Object> values = new HashMap<>();
        values.put("publisher", publisher);
        values.put("brand", publisher);
        values.put("domain", words.domain());
        values.put("contact", contact);
        values.put("host", links.host());
        values.put("address", links.ownAddress());
        values.put("ends", words.ends());
        values.put("evicts", words.evicts());
        values.put("lasts", words.ends() && !words.evicts());
        values.put("declinedToo", words.declinedToo());
        values.put("declined", words.declined());
        MailKind.SLOTS.forEach(slot -> values.put(slot, MailTemplate.slot(slot)));
        Letter letter = layouts.of(words.kind(), words.language()).fill(values);
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
                words.kind().headers()));
    }
}
