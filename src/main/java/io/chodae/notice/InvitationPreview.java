package io.chodae.notice;

import io.chodae.bizkit.BizKit;
import io.chodae.invitation.Invitee;
import io.chodae.mail.RenderedMail;
import io.chodae.shared.Language;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows the very mail that an invitee will get, before anything is sent: same template, same filling. */
@Component
public class InvitationPreview {

    private final OfferMails mails;
    private final Links links;
    private final MailTimes times;

    InvitationPreview(OfferMails mails, Links links, MailTimes times) {
        this.mails = mails;
        this.links = links;
        this.times = times;
    }

    /**
     * Renders what {@code invitee} would read. Nothing is written and no working link is made: the one in the mail is
     * visibly a sample ({@code …/i/preview}) and opens nothing.
     *
     * @param language of the mail; the invitee's own, unless the operator wants to see the other
     * @param expiresAt until when a mail sent now could be accepted
     */
    public RenderedMail render(
            InvitationContent content, BizKit kit, Invitee invitee, Language language, Instant expiresAt) {
        return render(MailKind.INVITATION, content, kit, invitee, language, expiresAt);
    }

    /** The same of the mail that reminds of it. */
    public RenderedMail renderReminder(
            InvitationContent content, BizKit kit, Invitee invitee, Language language, Instant expiresAt) {
        return render(MailKind.REMINDER, content, kit, invitee, language, expiresAt);
    }

    private RenderedMail render(
            MailKind kind,
            InvitationContent content,
            BizKit kit,
            Invitee invitee,
            Language language,
            Instant expiresAt) {
        return mails.template(kind, content, kit, language)
                .preview(
                        invitee.email(),
                        invitee.name(),
                        Map.of(
                                "name", invitee.name(),
                                "email", invitee.email().value(),
                                "link", links.sampleInvitation(),
                                "until", times.format(expiresAt, language),
                                "stop", links.sampleStopMails()));
    }
}
