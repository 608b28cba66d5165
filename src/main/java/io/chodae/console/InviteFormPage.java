package io.chodae.console;

import io.chodae.campaign.Campaign;
import io.chodae.campaign.Campaigns;
import io.chodae.campaign.Draft;
import io.chodae.campaign.Drafts;
import io.chodae.campaign.RowFilter;
import io.chodae.campaign.SaveResult;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.shared.Language;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
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

    InviteFormPage(Drafts drafts, Campaigns campaigns, InviteFormModel form, SaveInviteForm saveInviteForm) {
        this.drafts = drafts;
        this.campaigns = campaigns;
        this.form = form;
        this.saveInviteForm = saveInviteForm;
    }

    @GetMapping
    String show(
            @CurrentOperator Membership operator,
            @PathVariable long draftId,
            @RequestParam(defaultValue = "ALL") RowFilter filter,
            @RequestParam Optional<Integer> person,
            Locale locale,
            Model model) {
        Optional<Draft> found = drafts.find(operator.customer(), draftId);
        if (found.isEmpty()) {
            return "redirect:/console/campaigns/" + campaignOf(operator, draftId);
        }
        Draft draft = found.get();
        OptionalInt shown = person.map(OptionalInt::of).orElseGet(OptionalInt::empty);
        form.page(model, draft, Language.of(locale), filter, shown);
        UnsavedForm.show(model, draft);
        return "console/invite";
    }

    /** A form that was sent leads to its sending, so that Back shows how it goes and never sends again. */
    private long campaignOf(Membership operator, long draftId) {
        return campaigns.ofDraft(operator.customer(), draftId).map(Campaign::id).orElseThrow(NotFound::new);
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

    /** The same without scripts. */
    @PostMapping
    @RequiresRole(Role.OPERATOR)
    String save(
            @CurrentOperator Operating who,
            @PathVariable long draftId,
            @RequestParam MultiValueMap<String, String> fields,
            RedirectAttributes redirect) {
        SaveResult result = saveInviteForm.save(who, draftId, InviteFormInput.of(fields));
        return saveInviteForm.redirect(result, fields, draftId, "", redirect);
    }

    @PostMapping("/delete")
    @RequiresRole(Role.OPERATOR)
    String delete(@CurrentOperator Operating who, @PathVariable long draftId, RedirectAttributes redirect) {
        if (drafts.delete(who.customer(), draftId, who.actor())) {
            Flash.success(redirect, "console.invite.deleted");
        } else if (drafts.findSent(who.customer(), draftId).isEmpty()) {
            throw new NotFound();
        }
        return "redirect:/console/invite";
    }
}
