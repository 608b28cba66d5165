package io.chodae.console;

import io.chodae.bizkit.Offers;
import io.chodae.campaign.Campaigns;
import io.chodae.identity.Membership;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationId;
import io.chodae.invitation.Invitations;
import io.chodae.shared.CustomerId;
import io.chodae.suppression.Suppressions;
import io.chodae.web.CurrentOperator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One person's invitation, and everything that has happened to it. The way back leads to the list as it was. */
@Controller
class InvitationDetailPage {

    private final Invitations invitations;
    private final InvitationTimeline timeline;
    private final Offers offers;
    private final Campaigns campaigns;
    private final Suppressions suppressions;

    InvitationDetailPage(
            Invitations invitations,
            InvitationTimeline timeline,
            Offers offers,
            Campaigns campaigns,
            Suppressions suppressions) {
        this.invitations = invitations;
        this.timeline = timeline;
        this.offers = offers;
        this.campaigns = campaigns;
        this.suppressions = suppressions;
    }

    @GetMapping("/console/invitations/{invitationId}")
    String show(
            @CurrentOperator Membership operator,
            @PathVariable long invitationId,
            InvitationFilter filter,
            Model model) {
        CustomerId customer = operator.customer();
        Invitation invitation =
                invitations.find(new InvitationId(customer, invitationId)).orElseThrow(NotFound::new);
        model.addAttribute("one", invitation);
        model.addAttribute("filter", filter);
        model.addAttribute("offer", offers.find(customer, invitation.offerId()).orElse(null));
        model.addAttribute(
                "campaign", campaigns.ofOffer(customer, invitation.sendingId()).orElse(null));
        String key = invitation.email().key();
        model.addAttribute(
                "suppressed",
                suppressions.suppressedAmong(customer, List.of(key)).get(key));
        model.addAttribute("lines", timeline.of(invitation));
        return "console/invitation";
    }
}
