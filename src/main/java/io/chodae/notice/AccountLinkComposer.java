package io.chodae.notice;

import io.chodae.identity.MailedLinks;
import io.chodae.identity.MailedLinks.MailedLink;
import io.chodae.mail.Composition;
import io.chodae.mail.MailComposer;
import io.chodae.mail.MailContent;
import io.chodae.mail.MailSettings;
import io.chodae.mail.MailTemplate;
import io.chodae.mail.QueuedMail;
import io.chodae.notice.Layout.Letter;
import io.chodae.shared.Language;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;

/** Writes the mails that carry an account's single-use link: the server's own, so one template a language for good. */
final class AccountLinkComposer implements MailComposer {

    private final MailKind kind;
    private final MailedLinks mailedLinks;
    private final LongFunction<String> link;
    private final MailTimes times;
    private final Map<Language, MailTemplate> templates = new EnumMap<>(Language.class);

    AccountLinkComposer(
            MailKind kind,
            MailedLinks mailedLinks,
            Layouts layouts,
            MailSettings settings,
            Links links,
            LongFunction<String> link,
            MailTimes times) {
        this.kind = kind;
        this.mailedLinks = mailedLinks;
        this.link = link;
        this.times = times;
        for (Language language : Language.values()) {
            templates.put(language, template(layouts.of(kind, language), settings, links.host()));
        }
    }

    @Override
    public String kind() {
        return kind.word();
    }

    @Override
    public List<Composition> compose(List<QueuedMail> queued) {
        Map<Long, MailedLink> found = mailedLinks.byIds(
                queued.stream().map(QueuedMail::subjectId).distinct().toList());
        return queued.stream()
                .map(mail -> {
                    MailedLink mailed = found.get(mail.subjectId());
                    return mailed == null || !mailed.alive()
                            ? new Composition.Obsolete(mail.mailId(), "the link is used, replaced or expired")
                            : ready(mail, mailed);
                })
                .toList();
    }

    private Composition ready(QueuedMail mail, MailedLink mailed) {
        MailTemplate template = Objects.requireNonNull(templates.get(mail.language()));
        return new Composition.Ready(
                mail.mailId(),
                template.fill(
                        mail,
                        Map.of(
                                "name", mail.toName(),
                                "email", mail.to().value(),
                                "link", link.apply(mail.subjectId()),
                                "until", times.format(mailed.expiresAt(), mail.language()))));
    }

    private static MailTemplate template(Layout layout, MailSettings settings, String host) {
        Map<String, Object> values = new HashMap<>();
        values.put("brand", settings.fromName());
        values.put("host", host);
        MailKind.SLOTS.forEach(slot -> values.put(slot, MailTemplate.slot(slot)));
        Letter letter = layout.fill(values);
        return MailTemplate.build(new MailContent(
                settings.fromName(), settings.from(), null, "", letter.subject(), letter.text(), letter.html()));
    }
}
