package io.chodae.console;

import io.chodae.campaign.PreviewSubject;
import io.chodae.mail.RenderedMail;
import io.chodae.notice.InvitationContent;
import io.chodae.notice.InvitationPreview;
import org.springframework.stereotype.Component;

/** The mail of a preview, as the real one would be written, and as a reader's mail program would show it. */
@Component
class RenderPreview {

    private static final String DARK = "@media (prefers-color-scheme:dark)";
    private static final String SCHEMES = "content=\"light dark\"";

    private final InvitationPreview invitationPreview;

    RenderPreview(InvitationPreview invitationPreview) {
        this.invitationPreview = invitationPreview;
    }

    RenderedMail mail(PreviewSubject subject, PreviewLook look) {
        return invitationPreview.render(
                InvitationContent.of(subject.offer()),
                subject.kit(),
                subject.invitee(),
                look.lang().orElse(subject.invitee().language()),
                subject.expiresAt());
    }

    /** The HTML for a frame: which scheme applies is said by the switch instead of the operator's own device. */
    static String inScheme(String html, boolean dark) {
        return html.replace(DARK, dark ? "@media all" : "@media not all")
                .replace(SCHEMES, dark ? "content=\"dark\"" : "content=\"light\"");
    }
}
