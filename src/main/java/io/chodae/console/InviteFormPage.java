package io.chodae.console;

import io.chodae.campaign.Campaign;
import io.chodae.campaign.Campaigns;
import io.chodae.campaign.Draft;
import io.chodae.campaign.DraftPresence;
import io.chodae.campaign.Drafts;
import io.chodae.campaign.RowFilter;
import io.chodae.campaign.SaveResult;
import io.chodae.identity.Role;
import io.chodae.shared.Language;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The invite form: five parts on one page, saved as it is typed. */
@Controller
@RequestMapping("/console/invite/{draftId}")
class InviteFormPage {

    private final Drafts drafts;
    private final Campaigns campaigns;
    private final InviteFormModel form;
    private final SaveInviteForm saveInviteForm;
    private final DraftPresence presence;

    InviteFormPage(
            Drafts drafts,
            Campaigns campaigns,
            InviteFormModel form,
            SaveInviteForm saveInviteForm,
            DraftPresence presence) {
        this.drafts = drafts;
        this.campaigns = campaigns;
        this.form = form;
        this.saveInviteForm = saveInviteForm;
        this.presence = presence;
    }

    @GetMapping
    String show(
            @CurrentOperator Operating who,
            @PathVariable long draftId,
            @RequestParam(defaultValue = "ALL") RowFilter filter,
            @RequestParam MultiValueMap<String, String> query,
            Locale locale,
            Model model) {
        Optional<Draft> found = drafts.find(who.customer(), draftId);
        if (found.isEmpty()) {
            // a form that was sent leads to its sending, so that Back shows how it goes and never sends again
            return "redirect:/console/campaigns/"
                    + campaigns
                            .ofDraft(who.customer(), draftId)
                            .map(Campaign::id)
                            .orElseThrow(NotFound::new);
        }
        form.page(model, who, found.get(), Language.of(locale), filter, PreviewLook.of(query));
        return "console/invite";
    }

    /**
     * Sent by an open page now and then: its operator is here, and who else is? Where somebody has changed it since the page was
     * loaded, the page is told to send itself in, and so gets the changes.
     */
    @PostMapping("/presence")
    @RequiresRole(Role.OPERATOR)
    String presence(
            @CurrentOperator Operating who,
            @PathVariable long draftId,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam Optional<String> open,
            HttpServletResponse response,
            Model model) {
        Draft draft = drafts.find(who.customer(), draftId).orElseThrow(NotFound::new);
        presence.seen(who.customer(), draftId, who.actor());
        if (draft.version() != version && open.isEmpty()) {
            response.setHeader("HX-Trigger", "sync");
        }
        model.addAttribute("draft", draft);
        form.together(model, who, draft);
        return "console/invite-parts :: colleagues";
    }

    /** Saves while typing: answers with the parts of the page that the save changes, and leaves the fields alone. */
    @PostMapping(headers = "HX-Request")
    @RequiresRole(Role.OPERATOR)
    String saveWhileTyping(
            @CurrentOperator Operating who,
            @PathVariable long draftId,
            @RequestParam MultiValueMap<String, String> fields,
            Locale locale,
            Model model) {
        InviteFormInput input = InviteFormInput.of(fields);
        SaveResult result = saveInviteForm.save(who, draftId, input);
        return saveInviteForm.fragment(result, input, Language.of(locale), model);
    }

    /** The same without scripts, and where a choice between two operators' values was made. */
    @PostMapping
    @RequiresRole(Role.OPERATOR)
    String save(
            @CurrentOperator Operating who,
            @PathVariable long draftId,
            @RequestParam MultiValueMap<String, String> fields,
            Locale locale,
            Model model) {
        InviteFormInput input = InviteFormInput.of(fields);
        SaveResult result = saveInviteForm.save(who, draftId, input);
        return saveInviteForm.answer(who, draftId, result, input, "", Language.of(locale), model);
    }

    /** What would go, before it goes. */
    @GetMapping("/delete")
    @RequiresRole(Role.OPERATOR)
    String confirmDeletion(@CurrentOperator Operating who, @PathVariable long draftId, Locale locale, Model model) {
        Draft draft = drafts.find(who.customer(), draftId).orElseThrow(NotFound::new);
        form.together(model, who, draft);
        form.status(model, draft, Language.of(locale));
        return "console/invite-delete";
    }

    @PostMapping("/delete")
    @RequiresRole(Role.OPERATOR)
    String delete(
            @CurrentOperator Operating who,
            @PathVariable long draftId,
            @RequestParam int version,
            RedirectAttributes redirect) {
        if (drafts.delete(who.customer(), draftId, version, who.actor())) {
            Flash.success(redirect, "console.invite.deleted");
        } else if (drafts.find(who.customer(), draftId).isPresent()) {
            Flash.warning(redirect, "console.form.delete.changed");
            return "redirect:/console/invite/" + draftId + "/delete";
        } else if (drafts.findSent(who.customer(), draftId).isEmpty()) {
            throw new NotFound();
        }
        return "redirect:/console/invite";
    }
}
