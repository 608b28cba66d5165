package io.chodae.notice;

import io.chodae.capture.PendingTransfers;
import io.chodae.capture.PendingTransfers.Pending;
import io.chodae.mail.Composition;
import io.chodae.mail.MailComposer;
import io.chodae.mail.MailTemplate;
import io.chodae.mail.QueuedMail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks people to have their accounts managed: a template for each domain and language of a batch. */
@Component
class TransferComposer implements MailComposer {

    private final PendingTransfers transfers;
    private final TransferTemplates templates;
    private final Links links;

    TransferComposer(PendingTransfers transfers, TransferTemplates templates, Links links) {
        this.transfers = transfers;
        this.templates = templates;
        this.links = links;
    }

    @Override
    public String kind() {
        return MailKind.TRANSFER.word();
    }

    @Override
    public List<Composition> compose(List<QueuedMail> queued) {
        List<Composition> compositions = new ArrayList<>(queued.size());
        queued.stream()
                .collect(Collectors.groupingBy(QueuedMail::customer))
                .forEach((customer, own) -> compositions.addAll(compose(customer, own)));
        return compositions;
    }

    private record OfDomain(String domain, Language language) {}

    private List<Composition> compose(CustomerId customer, List<QueuedMail> queued) {
        Map<Long, Pending> open = transfers.byIds(
                customer, queued.stream().map(QueuedMail::subjectId).distinct().toList());
        Map<OfDomain, MailTemplate> built = new HashMap<>();
        return queued.stream()
                .<Composition>map(mail -> {
                    Pending pending = open.get(mail.subjectId());
                    String why = obsolete(mail, pending);
                    if (pending == null || why != null) {
                        return new Composition.Obsolete(mail.mailId(), String.valueOf(why));
                    }
                    MailTemplate template = built.computeIfAbsent(
                            new OfDomain(pending.domain(), mail.language()),
                            key -> templates.build(customer, pending, key.language()));
                    return new Composition.Ready(mail.mailId(), template.fill(mail, personal(mail)));
                })
                .toList();
    }

    private static @Nullable String obsolete(QueuedMail mail, @Nullable Pending pending) {
        if (pending == null) {
            return "the request is no longer open";
        }
        return pending.linkNumber() == mail.subjectNumber() ? null : "a newer link was sent";
    }

    private Map<String, String> personal(QueuedMail mail) {
        return Map.of(
                "name", mail.toName(),
                "email", mail.to().value(),
                "link", links.transfer(mail.customer(), mail.subjectId(), mail.subjectNumber()),
                "until", "",
                "stop", links.stopMails(mail));
    }
}
