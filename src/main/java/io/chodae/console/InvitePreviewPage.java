package io.chodae.console;

import io.chodae.campaign.PreviewDraft;
import io.chodae.campaign.PreviewSubject;
import io.chodae.campaign.SaveResult;
import io.chodae.campaign.SendTestMail;
import io.chodae.campaign.TestMailResult;
import io.chodae.identity.MemberPrincipal;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.mail.RenderedMail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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

    private final SaveInviteForm saveInviteForm;
    private final PreviewDraft previewDraft;
    private final SendTestMail sendTestMail;
    private final RenderPreview renderPreview;
    private final TooManyAnswer tooMany;

    InvitePreviewPage(
            SaveInviteForm saveInviteForm,
            PreviewDraft previewDraft,
            SendTestMail sendTestMail,
            RenderPreview renderPreview,
            TooManyAnswer tooMany) {
        this.saveInviteForm = saveInviteForm;
        this.previewDraft = previewDraft;
        this.sendTestMail = sendTestMail;
        this.renderPreview = renderPreview;
        this.tooMany = tooMany;
    }

    /** Saves what the form holds, so that what is looked at is what stands in the fields. */
    @PostMapping("/preview")
    @RequiresRole(Role.OPERATOR)
    String preview(
            @CurrentOperator Operating who,
            @PathVariable long draftId,
            @RequestParam MultiValueMap<String, String> fields,
            Locale locale,
            Model model) {
        InviteFormInput input = InviteFormInput.of(fields);
        SaveResult saved = saveInviteForm.save(who, draftId, input);
        if (saved instanceof SaveResult.Saved stored
                && subject(who.customer(), draftId, OptionalInt.empty()).isPresent()) {
            previewDraft.markSeen(who.customer(), draftId, stored.draft().version());
        }
        return saveInviteForm.answer(who, draftId, saved, input, "#preview", Language.of(locale), model);
    }

    /** Saves, and sends the shown mail to the operator's own address. */
    @PostMapping("/test-mail")
    @RequiresRole(Role.OPERATOR)
    String test(
            @CurrentOperator Operating who,
            @AuthenticationPrincipal MemberPrincipal member,
            @PathVariable long draftId,
            @RequestParam MultiValueMap<String, String> fields,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        InviteFormInput input = InviteFormInput.of(fields);
        Language language = Language.of(locale);
        PreviewLook look = PreviewLook.of(fields);
        SaveResult saved = saveInviteForm.save(who, draftId, input);
        if (saved instanceof SaveResult.Saved) {
            TestMailResult result = sendTestMail.send(
                    who.customer(), draftId, look.person(), look.lang(), member.accountId(), who.actor());
            if (result instanceof TestMailResult.TooMany many) {
                String form = "/console/invite/" + draftId + look.query() + "#preview";
                return tooMany.testMails(many, form, model, response);
            }
            redirect.addFlashAttribute("testNote", told(result, member.email()));
        }
        return saveInviteForm.answer(who, draftId, saved, input, look.query() + "#preview", language, model);
    }

    /** The mail's HTML as the frame shows it. */
    @GetMapping("/mail")
    ResponseEntity<String> mail(
            @CurrentOperator Membership operator,
            @PathVariable long draftId,
            @RequestParam MultiValueMap<String, String> query) {
        PreviewLook look = PreviewLook.of(query);
        RenderedMail mail = subject(operator.customer(), draftId, look.person())
                .map(subject -> renderPreview.mail(subject, look))
                .orElseThrow(NotFound::new);
        return MailFrame.answer(mail, look);
    }

    private static Map<String, Object> told(TestMailResult result, String address) {
        return switch (result) {
            case TestMailResult.Sent sent -> Flash.of("success", "console.form.test.sent", address);
            case TestMailResult.TooMany many -> throw new IllegalStateException("answered before");
            case TestMailResult.NobodyToShow nobody -> Flash.of("warning", "console.form.test.nobody");
            case TestMailResult.Gone gone -> throw new NotFound();
        };
    }

    private Optional<PreviewSubject> subject(CustomerId customer, long draftId, OptionalInt person) {
        return previewDraft.subject(customer, draftId, person);
    }
}
