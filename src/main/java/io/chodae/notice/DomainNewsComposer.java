package io.chodae.notice;

import io.chodae.directory.Customers;
import io.chodae.domain.DomainNotice;
import io.chodae.domain.DomainNotices;
import io.chodae.mail.Composition;
import io.chodae.mail.MailComposer;
import io.chodae.mail.MailContent;
import io.chodae.mail.MailSettings;
import io.chodae.mail.MailTemplate;
import io.chodae.mail.QueuedMail;
import io.chodae.notice.Layout.Letter;
import io.chodae.shared.CustomerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes to an administrator what became of a domain: one layout, whose words are those of the news. */
@Component
class DomainNewsComposer implements MailComposer {

    private final DomainNotices notices;
    private final Customers customers;
    private final Layouts layouts;
    private final MailSettings settings;
    private final Links links;
    private final MailTimes times;
    private final MessageSource messages;

    DomainNewsComposer(
            DomainNotices notices,
            Customers customers,
            Layouts layouts,
            MailSettings settings,
            Links links,
            MailTimes times,
            MessageSource messages) {
        this.notices = notices;
        this.customers = customers;
        this.layouts = layouts;
        this.settings = settings;
        this.links = links;
        this.times = times;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return MailKind.DOMAIN.word();
    }

    @Override
    public List<Composition> compose(List<QueuedMail> queued) {
        List<Composition> compositions = new ArrayList<>(queued.size());
        queued.stream()
                .collect(Collectors.groupingBy(mail -> new CustomerId(mail.batchId())))
                .forEach((customer, own) -> compositions.addAll(compose(customer, own)));
        return compositions;
    }

    private List<Composition> compose(CustomerId customer, List<QueuedMail> queued) {
        List<Long> ids = queued.stream().map(QueuedMail::subjectId).distinct().toList();
        Map<Long, DomainNotice> found =
                notices.byIds(customer, ids).stream().collect(Collectors.toMap(DomainNotice::id, Function.identity()));
        return queued.stream()
                .map(mail -> compose(mail, found.get(mail.subjectId())))
                .toList();
    }

    private Composition compose(QueuedMail mail, @Nullable DomainNotice notice) {
        return notice == null
                ? new Composition.Obsolete(mail.mailId(), "the news is gone")
                : new Composition.Ready(
                        mail.mailId(), MailTemplate.build(content(mail, notice)).fill(mail, Map.of()));
    }

    private MailContent content(QueuedMail mail, DomainNotice notice) {
        String until = notice.until() == null ? "" : times.format(notice.until(), mail.language());
        Object[] facts = {notice.display(), notice.other(), until};
        Map<String, Object> values = new HashMap<>();
        values.put("brand", settings.fromName());
        values.put("host", links.host());
        values.put("publisher", customers.find(notice.customer()).orElseThrow().name());
        values.put("headline", words(mail, notice, "headline", facts));
        values.put("story", words(mail, notice, "story", facts));
        values.put("advice", words(mail, notice, "advice", facts));
        values.put("name", mail.toName());
        values.put("email", mail.to().value());
        values.put("link", links.domain(notice.domain()));
        Letter letter = layouts.of(MailKind.DOMAIN, mail.language()).fill(values);
        return new MailContent(
                settings.fromName(), settings.from(), null, "", letter.subject(), letter.text(), letter.html());
    }

    /** Without the other side's name there is another sentence, for a domain that nobody took over. */
    private String words(QueuedMail mail, DomainNotice notice, String part, Object[] facts) {
        String key = "domain.mail." + notice.news() + (notice.other().isEmpty() ? "" : ".OTHER") + "." + part;
        String plain = "domain.mail." + notice.news() + "." + part;
        return String.valueOf(messages.getMessage(
                key,
                facts,
                messages.getMessage(plain, facts, mail.language().locale()),
                mail.language().locale()));
    }
}
