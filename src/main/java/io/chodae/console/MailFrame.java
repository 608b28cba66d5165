package io.chodae.console;

import io.chodae.mail.RenderedMail;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with a mail for a frame of our own page. */
final class MailFrame {

    /** A mail may style itself; it may load nothing, run nothing and lead nowhere by itself. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'self'; sandbox";

    private MailFrame() {}

    static ResponseEntity<String> answer(RenderedMail mail, PreviewLook look) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType((look.text() ? "text/plain" : "text/html") + ";charset=UTF-8"))
                .header("Content-Security-Policy", POLICY)
                .header("X-Frame-Options", "SAMEORIGIN")
                .body(look.text() ? mail.text() : RenderPreview.inScheme(mail.html(), look.dark()));
    }
}
