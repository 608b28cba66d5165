package io.chodae.console;

import io.chodae.campaign.PreviewDraft;
import io.chodae.campaign.PreviewSubject;
import io.chodae.campaign.SaveResult;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.mail.RenderedMail;
import io.chodae.shared.CustomerId;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The very mail for any person of the list. Having seen it for the current content is what allows to send. */
@Controller
@RequestMapping("/console/invite/{draftId}")
class InvitePreviewPage {

    /** A mail may style itself; it may load nothing, run nothing and lead nowhere by itself. */
    private static final String MAIL_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'self'; sandbox";

    private final SaveInviteForm saveInviteForm;
    private final PreviewDraft previewDraft;
    private final RenderPreview preview;

    InvitePreviewPage(SaveInviteForm saveInviteForm, PreviewDraft previewDraft, RenderPreview preview) {
        this.saveInviteForm = saveInviteForm;
        this.previewDraft = previewDraft;
        this.preview = preview;
    }

    /** Saves what the form holds, so that what is looked at is what stands in the fields. */
    @PostMapping("/preview")
    @RequiresRole(Role.OPERATOR)
    String preview(
            @CurrentOperator Operating who,
            @PathVariable long draftId,
            @RequestParam MultiValueMap<String, String> fields,
            RedirectAttributes redirect) {
        SaveResult saved = saveInviteForm.save(who, draftId, InviteFormInput.of(fields));
        if (saved instanceof SaveResult.Saved stored
                && subject(who.customer(), draftId, OptionalInt.empty()).isPresent()) {
            previewDraft.markSeen(who.customer(), draftId, stored.draft().version());
        }
        return saveInviteForm.redirect(saved, fields, draftId, "#preview", redirect);
    }

    /** The mail's HTML as the frame shows it. */
    @GetMapping("/mail")
    ResponseEntity<String> mail(
            @CurrentOperator Membership operator,
            @PathVariable long draftId,
            @RequestParam Optional<Integer> person,
            @RequestParam(defaultValue = "html") String part) {
        RenderedMail mail = subject(operator.customer(), draftId, optional(person))
                .map(preview::render)
                .orElseThrow(NotFound::new);
        boolean html = !part.equals("text");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType((html ? "text/html" : "text/plain") + ";charset=UTF-8"))
                .header("Content-Security-Policy", MAIL_POLICY)
                .header("X-Frame-Options", "SAMEORIGIN")
                .body(html ? mail.html() : mail.text());
    }

    private Optional<PreviewSubject> subject(CustomerId customer, long draftId, OptionalInt person) {
        return previewDraft.subject(customer, draftId, person);
    }

    private static OptionalInt optional(Optional<Integer> value) {
        return value.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }
}
