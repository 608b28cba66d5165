package io.chodae.console;

import io.chodae.campaign.Campaign;
import io.chodae.campaign.Campaigns;
import io.chodae.campaign.CopyCampaign;
import io.chodae.campaign.Draft;
import io.chodae.campaign.Drafts;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A new draft from an earlier sending, with or without its people. */
@Controller
@RequestMapping("/console/campaigns/{campaignId}/copy")
class CampaignCopyPage {

    private final Campaigns campaigns;
    private final Drafts drafts;
    private final CopyCampaign copyCampaign;

    CampaignCopyPage(Campaigns campaigns, Drafts drafts, CopyCampaign copyCampaign) {
        this.campaigns = campaigns;
        this.drafts = drafts;
        this.copyCampaign = copyCampaign;
    }

    @GetMapping
    @RequiresRole(Role.OPERATOR)
    String ask(@CurrentOperator Membership operator, @PathVariable long campaignId, Model model) {
        Campaign campaign = campaigns.find(operator.customer(), campaignId).orElseThrow(NotFound::new);
        Draft source = drafts.findSent(operator.customer(), campaign.draftId()).orElseThrow(NotFound::new);
        model.addAttribute("campaign", campaign);
        model.addAttribute("source", source);
        return "console/campaign-copy";
    }

    @PostMapping
    @RequiresRole(Role.OPERATOR)
    String copy(
            @CurrentOperator Operating who,
            @PathVariable long campaignId,
            @RequestParam(defaultValue = "false") boolean people,
            RedirectAttributes redirect) {
        Draft draft = copyCampaign
                .copy(who.customer(), campaignId, people, who.actor())
                .orElseThrow(NotFound::new);
        Flash.success(redirect, "console.form.copied", campaignId);
        return "redirect:/console/invite/" + draft.id();
    }
}
