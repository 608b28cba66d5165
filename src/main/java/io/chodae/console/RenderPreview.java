package io.chodae.console;

import io.chodae.campaign.PreviewSubject;
import io.chodae.mail.RenderedMail;
import io.chodae.notice.InvitationContent;
import io.chodae.notice.InvitationPreview;
import org.springframework.stereotype.Component;

/** The mail of one person of a draft, by the renderer of the real ones. */
@Component
class RenderPreview {

    private final InvitationPreview preview;

    RenderPreview(InvitationPreview preview) {
        this.preview = preview;
    }

    RenderedMail render(PreviewSubject subject) {
        return preview.render(
                InvitationContent.of(subject.offer()),
                subject.kit(),
                subject.invitee(),
                subject.invitee().language(),
                subject.expiresAt());
    }
}
