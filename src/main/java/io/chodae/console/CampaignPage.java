package io.chodae.console;

import io.chodae.bizkit.Offers;
import io.chodae.campaign.Campaign;
import io.chodae.campaign.CampaignState;
import io.chodae.campaign.Campaigns;
import io.chodae.identity.Membership;
import io.chodae.invitation.Invitations;
import io.chodae.mail.Deliveries;
import io.chodae.mail.MailBatch;
import io.chodae.shared.CustomerId;
import io.chodae.web.CurrentOperator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** How a sending goes on: written, mailed, answered. Renews itself while there is something to wait for. */
@Controller
class CampaignPage {

    private final Campaigns campaigns;
    private final Offers offers;
    private final Deliveries deliveries;
    private final Invitations invitations;

    CampaignPage(Campaigns campaigns, Offers offers, Deliveries deliveries, Invitations invitations) {
        this.campaigns = campaigns;
        this.offers = offers;
        this.deliveries = deliveries;
        this.invitations = invitations;
    }

    @GetMapping("/console/campaigns/{campaignId}")
    String show(@CurrentOperator Membership operator, @PathVariable long campaignId, Model model) {
        Campaign campaign = campaigns.find(operator.customer(), campaignId).orElseThrow(NotFound::new);
        if (campaign.state() == CampaignState.SCHEDULED) {
            return "redirect:/console/invite/" + campaign.draftId() + "/scheduled";
        }
        fill(operator.customer(), campaignId, 0, "", model);
        model.addAttribute("late", false);
        model.addAttribute("funnel", funnel(operator.customer(), campaign.offerId()));
        return "console/campaign";
    }

    /** The part of the page that renews itself. */
    @GetMapping(value = "/console/campaigns/{campaignId}", headers = "HX-Request")
    String progress(
            @CurrentOperator Membership operator,
            @PathVariable long campaignId,
            @RequestParam(defaultValue = "0") int waited,
            @RequestParam(defaultValue = "") String seen,
            Model model) {
        CampaignView view = fill(operator.customer(), campaignId, waited, seen, model);
        model.addAttribute("late", true);
        model.addAttribute(
                "funnel",
                view.moves()
                        ? null
                        : funnel(operator.customer(), view.campaign().offerId()));
        return "console/campaign :: progress";
    }

    /** Counts everybody, so that it is not for every look at what is moving. */
    private FunnelView funnel(CustomerId customer, long offerId) {
        return FunnelView.of(
                invitations.funnelOf(customer, offerId),
                deliveries.countSubjectsSent(new MailBatch(customer, "invitation", offerId)));
    }

    private CampaignView fill(CustomerId customer, long campaignId, int waited, String seen, Model model) {
        Campaign campaign = campaigns.find(customer, campaignId).orElseThrow(NotFound::new);
        CampaignView view = new CampaignView(
                campaign,
                campaigns.progress(customer, campaignId).orElseThrow(NotFound::new),
                deliveries.countsForBatch(customer, "invitation", campaign.offerId()));
        model.addAttribute("view", view);
        model.addAttribute("campaign", campaign);
        model.addAttribute("mails", view.mails());
        model.addAttribute("polling", view.moves() ? Polling.next(waited, seen, view.fingerprint()) : null);
        model.addAttribute("heldBack", campaigns.heldBack(customer, campaignId).orElse(null));
        model.addAttribute("offer", offers.find(customer, campaign.offerId()).orElse(null));
        return view;
    }
}
