package io.chodae.notice;

import io.chodae.mail.MailContent;
import io.chodae.mail.MailTemplate;
import io.chodae.notice.Layout.Letter;
import io.chodae.sender.SendingAddresses;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Builds the templates of mails about an offer: all that its invitees read alike, with slots for what differs. They
 * come under the Biz Service's name from the customer's own address or else the server's; answers go to the inviter.
 */
@Component
class OfferTemplates {

    private final SendingAddresses senders;
    private final Links links;
    private final Layouts layouts;

    OfferTemplates(SendingAddresses senders, Links links, Layouts layouts) {
        this.senders = senders;
        this.links = links;
        this.layouts = layouts;
    }

    /** @param mark before the subject */
    MailTemplate build(MailKind kind, CustomerId customer, OfferWords words, Language language, String mark) {
        Map<String, Object> values = new HashMap<>(words.values());
        values.put("host", links.host());
        MailKind.SLOTS.forEach(slot -> values.put(slot, MailTemplate.slot(slot)));
        Letter letter = layouts.of(kind, language).fill(values);
        return MailTemplate.build(new MailContent(
                words.service(),
                senders.from(customer),
                words.replyTo().orElse(null),
                words.inviter(),
                mark + letter.subject(),
                letter.text(),
                letter.html(),
                kind.headers()));
    }
}
