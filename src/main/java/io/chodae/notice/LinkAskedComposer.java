package io.chodae.notice;

import io.chodae.directory.Customers;
import io.chodae.invitation.LinkRequests;
import io.chodae.mail.Composition;
import io.chodae.mail.MailComposer;
import io.chodae.mail.MailContent;
import io.chodae.mail.MailSettings;
import io.chodae.mail.MailTemplate;
import io.chodae.mail.QueuedMail;
import io.chodae.notice.Layout.Letter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes to an operator how many people wait for a new link when the mail goes out; nobody by name. */
@Component
class LinkAskedComposer implements MailComposer {

    private final LinkRequests requests;
    private final Customers customers;
    private final Layouts layouts;
    private final MailSettings settings;
    private final Links links;

    LinkAskedComposer(LinkRequests requests, Customers customers, Layouts layouts, MailSettings settings, Links links) {
        this.requests = requests;
        this.customers = customers;
        this.layouts = layouts;
        this.settings = settings;
        this.links = links;
    }

    @Override
    public String kind() {
        return MailKind.LINK_ASKED.word();
    }

    @Override
    public List<Composition> compose(List<QueuedMail> queued) {
        return queued.stream().map(this::compose).toList();
    }

    private Composition compose(QueuedMail mail) {
        int waiting = requests.count(HouseMail.about(mail));
        if (waiting == 0) {
            return new Composition.Obsolete(mail.mailId(), "nobody waits any more");
        }
        return new Composition.Ready(
                mail.mailId(),
                template(mail, waiting)
                        .fill(
                                mail,
                                Map.of(
                                        "name",
                                        mail.toName(),
                                        "email",
                                        mail.to().value(),
                                        "link",
                                        links.linkRequests(),
                                        "until",
                                        "")));
    }

    private MailTemplate template(QueuedMail mail, int waiting) {
        Map<String, Object> values = new HashMap<>();
        values.put("brand", settings.fromName());
        values.put("host", links.host());
        values.put(
                "publisher", customers.find(HouseMail.about(mail)).orElseThrow().name());
        values.put("count", String.valueOf(waiting));
        MailKind.SLOTS.forEach(slot -> values.put(slot, MailTemplate.slot(slot)));
        Letter letter = layouts.of(MailKind.LINK_ASKED, mail.language()).fill(values);
        return MailTemplate.build(new MailContent(
                settings.fromName(), settings.from(), null, "", letter.subject(), letter.text(), letter.html()));
    }
}
