package io.chodae.notice;

import io.chodae.invitation.Invitation;
import io.chodae.invitation.Invitations;
import io.chodae.mail.Composition;
import io.chodae.mail.MailTemplate;
import io.chodae.mail.QueuedMail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes mails whose subject is an invitation: one read of a customer's invitations and one template for each offer
 * and language in a batch. Templates live no longer than the batch, so that an edit shows in the next.
 */
abstract class InvitationMailComposer extends CustomerComposer {

    private final MailKind kind;
    private final Invitations invitations;
    private final OfferMails mails;

    InvitationMailComposer(MailKind kind, Invitations invitations, OfferMails mails) {
        this.kind = kind;
        this.invitations = invitations;
        this.mails = mails;
    }

    /** The invitations that a batch is about, in one read; a mail whose invitation is not among them is obsolete. */
    List<Invitation> read(CustomerId customer, List<Long> ids) {
        return invitations.byIds(customer, ids);
    }

    /** Why this mail need not be sent any more; null where it must. */
    abstract @Nullable String obsolete(QueuedMail mail, Invitation invitation);

    /** The values of {@link MailKind#SLOTS} for one person. */
    abstract Map<String, String> personal(QueuedMail mail, Invitation invitation);

    @Override
    public String kind() {
        return kind.word();
    }

    @Override
    List<Composition> compose(CustomerId customer, List<QueuedMail> queued) {
        List<Long> ids = queued.stream().map(QueuedMail::subjectId).distinct().toList();
        Map<Long, Invitation> found = read(customer, ids).stream()
                .collect(Collectors.toMap(invitation -> invitation.id().value(), Function.identity()));
        Map<OfferInLanguage, Optional<MailTemplate>> templates = new HashMap<>();
        return queued.stream()
                .map(mail -> {
                    Invitation invitation = found.get(mail.subjectId());
                    if (invitation == null) {
                        return new Composition.Obsolete(mail.mailId(), "what it was about is gone");
                    }
                    String why = obsolete(mail, invitation);
                    if (why != null) {
                        return new Composition.Obsolete(mail.mailId(), why);
                    }
                    return templates
                            .computeIfAbsent(
                                    new OfferInLanguage(invitation.offerId(), mail.language()),
                                    key -> mails.template(kind, customer, key.offerId(), key.language()))
                            .<Composition>map(template -> new Composition.Ready(
                                    mail.mailId(), template.fill(mail, personal(mail, invitation))))
                            .orElseGet(() -> new Composition.Obsolete(mail.mailId(), "the offer is gone"));
                })
                .toList();
    }

    private record OfferInLanguage(long offerId, Language language) {}
}
