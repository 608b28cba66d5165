package io.chodae.notice;

import io.chodae.identity.OperatorInvitation;
import io.chodae.identity.OperatorInvitations;
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

/** Asks a colleague to join. They are few, so each mail is a template of its own. */
@Component
class OperatorInvitationComposer implements MailComposer {

    private final OperatorInvitations invitations;
    private final Layouts layouts;
    private final MailSettings settings;
    private final Links links;
    private final MailTimes times;
    private final MessageSource messages;

    OperatorInvitationComposer(
            OperatorInvitations invitations,
            Layouts layouts,
            MailSettings settings,
            Links links,
            MailTimes times,
            MessageSource messages) {
        this.invitations = invitations;
        this.layouts = layouts;
        this.settings = settings;
        this.links = links;
        this.times = times;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return MailKind.OPERATOR_INVITATION.word();
    }

    @Override
    public List<Composition> compose(List<QueuedMail> queued) {
        List<Composition> compositions = new ArrayList<>(queued.size());
        queued.stream()
                .collect(Collectors.groupingBy(HouseMail::about))
                .forEach((customer, own) -> compositions.addAll(compose(customer, own)));
        return compositions;
    }

    private List<Composition> compose(CustomerId customer, List<QueuedMail> queued) {
        List<Long> ids = queued.stream().map(QueuedMail::subjectId).distinct().toList();
        Map<Long, OperatorInvitation> open = invitations.byIds(customer, ids).stream()
                .collect(Collectors.toMap(OperatorInvitation::id, Function.identity()));
        return queued.stream()
                .map(mail -> compose(mail, open.get(mail.subjectId())))
                .toList();
    }

    private Composition compose(QueuedMail mail, @Nullable OperatorInvitation invitation) {
        return invitation == null || !invitation.alive() || invitation.linkNumber() != mail.subjectNumber()
                ? new Composition.Obsolete(mail.mailId(), "the link is used, replaced or expired")
                : new Composition.Ready(
                        mail.mailId(),
                        MailTemplate.build(content(mail, invitation)).fill(mail, Map.of()));
    }

    private MailContent content(QueuedMail mail, OperatorInvitation invitation) {
        Map<String, Object> values = new HashMap<>();
        values.put("brand", settings.fromName());
        values.put("host", links.host());
        values.put("publisher", invitation.customerName());
        values.put("inviter", invitation.invitedBy());
        values.put("role", role(mail, invitation));
        values.put("name", mail.toName());
        values.put("email", mail.to().value());
        values.put("link", links.join(invitation));
        values.put("until", times.format(invitation.expiresAt(), mail.language()));
        Letter letter =
                layouts.of(MailKind.OPERATOR_INVITATION, mail.language()).fill(values);
        return new MailContent(
                settings.fromName(),
                settings.from(),
                null,
                "",
                letter.subject(),
                letter.text(),
                letter.html(),
                MailKind.OPERATOR_INVITATION.headers());
    }

    private String role(QueuedMail mail, OperatorInvitation invitation) {
        return messages.getMessage(
                "operator.mailRole." + invitation.role(), null, mail.language().locale());
    }
}
