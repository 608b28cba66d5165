package io.chodae.notice;

import io.chodae.capture.PendingTransfers;
import io.chodae.capture.PendingTransfers.Pending;
import io.chodae.capture.TransferDeadline;
import io.chodae.capture.TransferMails;
import io.chodae.mail.Composition;
import io.chodae.mail.MailComposer;
import io.chodae.mail.MailTemplate;
import io.chodae.mail.QueuedMail;
import io.chodae.notice.TransferTemplates.Words;
import io.chodae.shared.CustomerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks people to have their accounts managed, reminds them of it, and gives them the last notice: a template for each
 * domain, language and thing to tell of a batch.
 */
final class TransferComposer implements MailComposer {

    private final MailKind kind;
    private final PendingTransfers transfers;
    private final TransferTemplates templates;
    private final Links links;
    private final MailTimes times;

    TransferComposer(
            MailKind kind, PendingTransfers transfers, TransferTemplates templates, Links links, MailTimes times) {
        this.kind = kind;
        this.transfers = transfers;
        this.templates = templates;
        this.links = links;
        this.times = times;
    }

    @Override
    public String kind() {
        return kind.word();
    }

    @Override
    public List<Composition> compose(List<QueuedMail> queued) {
        List<Composition> compositions = new ArrayList<>(queued.size());
        queued.stream()
                .collect(Collectors.groupingBy(QueuedMail::customer))
                .forEach((customer, own) -> compositions.addAll(compose(customer, own)));
        return compositions;
    }

    private List<Composition> compose(CustomerId customer, List<QueuedMail> queued) {
        Map<Long, Pending> open = transfers.byIds(
                customer, queued.stream().map(QueuedMail::subjectId).distinct().toList());
        Map<Words, MailTemplate> built = new HashMap<>();
        return queued.stream()
                .<Composition>map(mail -> {
                    Pending pending = open.get(mail.subjectId());
                    String why = obsolete(mail, pending);
                    if (pending == null || why != null) {
                        return new Composition.Obsolete(mail.mailId(), String.valueOf(why));
                    }
                    MailTemplate template = built.computeIfAbsent(
                            Words.of(kind, pending, mail.language()),
                            words -> templates.build(customer, pending.customerName(), pending.contact(), words));
                    return new Composition.Ready(mail.mailId(), template.fill(mail, personal(mail, pending)));
                })
                .toList();
    }

    private @Nullable String obsolete(QueuedMail mail, @Nullable Pending pending) {
        boolean notice = kind == MailKind.TRANSFER_NOTICE;
        if (pending == null || (pending.declined() && !notice)) {
            return "the request is no longer open";
        }
        if (pending.linkNumber() != link(mail)) {
            return "a newer link was sent";
        }
        TransferDeadline deadline = pending.deadline();
        return notice
                        && (deadline == null
                                || !deadline.evicts()
                                || pending.notice() != TransferMails.followUp(mail.subjectNumber()))
                ? "the address is not taken back any more"
                : null;
    }

    private int link(QueuedMail mail) {
        return kind == MailKind.TRANSFER ? mail.subjectNumber() : TransferMails.link(mail.subjectNumber());
    }

    private Map<String, String> personal(QueuedMail mail, Pending pending) {
        TransferDeadline deadline = pending.deadline();
        return Map.of(
                "name", mail.toName(),
                "email", mail.to().value(),
                "link", pending.declined() ? links.ownAddress() : transfer(mail, pending),
                "until", deadline == null ? "" : times.format(deadline.at(), mail.language()),
                "stop", links.stopMails(mail));
    }

    private String transfer(QueuedMail mail, Pending pending) {
        return links.transfer(mail.customer(), mail.subjectId(), pending.linkNumber());
    }
}
