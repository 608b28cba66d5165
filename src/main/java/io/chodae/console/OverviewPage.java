package io.chodae.console;

import io.chodae.bizkit.BizKit;
import io.chodae.bizkit.BizKits;
import io.chodae.bizkit.PrivatePlays;
import io.chodae.bizkit.Seats;
import io.chodae.campaign.Campaign;
import io.chodae.campaign.Campaigns;
import io.chodae.campaign.Drafts;
import io.chodae.campaign.RunningCampaign;
import io.chodae.campaign.RunningCampaigns;
import io.chodae.directory.Customers;
import io.chodae.identity.MemberPrincipal;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.invitation.AtLeast;
import io.chodae.invitation.CountInvitations;
import io.chodae.invitation.InvitationState;
import io.chodae.shared.CustomerId;
import io.chodae.web.ChosenCustomer;
import io.chodae.web.CurrentOperator;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What needs the operator now, and how the invitations stand. */
@Controller
class OverviewPage {

    private static final int RECENT = 5;

    private final BizKits bizKits;
    private final Seats seats;
    private final PrivatePlays plays;
    private final Drafts drafts;
    private final Campaigns campaigns;
    private final RunningCampaigns runningCampaigns;
    private final CountInvitations count;
    private final OverviewNeeds needs;
    private final RecentFunnel funnel;
    private final ChosenCustomer chosenCustomer;
    private final Customers customers;

    OverviewPage(
            BizKits bizKits,
            Seats seats,
            PrivatePlays plays,
            Drafts drafts,
            Campaigns campaigns,
            RunningCampaigns runningCampaigns,
            CountInvitations count,
            OverviewNeeds needs,
            RecentFunnel funnel,
            ChosenCustomer chosenCustomer,
            Customers customers) {
        this.bizKits = bizKits;
        this.seats = seats;
        this.plays = plays;
        this.drafts = drafts;
        this.campaigns = campaigns;
        this.runningCampaigns = runningCampaigns;
        this.count = count;
        this.needs = needs;
        this.funnel = funnel;
        this.chosenCustomer = chosenCustomer;
        this.customers = customers;
    }

    /** @param funnelNow asked for by a browser without scripts, where the figures would follow by themselves */
    @GetMapping("/console")
    String show(
            @CurrentOperator Membership operator,
            @RequestParam(name = "funnel", defaultValue = "false") boolean funnelNow,
            Model model) {
        CustomerId customer = operator.customer();
        BizKit kit = bizKits.get(customer);
        List<RunningCampaign> running = runningCampaigns.of(customer);
        model.addAttribute("kit", kit);
        model.addAttribute("missing", kit.missing());
        model.addAttribute("seats", seats.use(customer));
        model.addAttribute("hasPlays", !plays.list(customer).isEmpty());
        Map<InvitationState, AtLeast> states = count.all(customer);
        model.addAttribute("states", states);
        model.addAttribute(
                "drafts", drafts.listOpen(customer).stream().limit(RECENT).toList());
        model.addAttribute("running", running);
        model.addAttribute("needs", needs.of(customer, running));
        model.addAttribute("campaigns", finished(customer, running));
        model.addAttribute("begun", states.values().stream().anyMatch(number -> number.number() > 0));
        model.addAttribute("funnel", funnelNow || !funnel.isLarge(customer) ? funnel.count(customer) : null);
        return "console/overview";
    }

    /** The figures that follow by themselves where there are many. */
    @GetMapping(value = "/console", headers = "HX-Request")
    String funnel(@CurrentOperator Membership operator, Model model) {
        model.addAttribute("funnel", funnel.count(operator.customer()));
        return "console/overview :: funnel";
    }

    private List<Campaign> finished(CustomerId customer, List<RunningCampaign> running) {
        Set<Long> shown = running.stream().map(one -> one.campaign().id()).collect(Collectors.toSet());
        return campaigns.list(customer, Optional.empty(), RECENT + shown.size()).items().stream()
                .filter(one -> !shown.contains(one.id()))
                .limit(RECENT)
                .toList();
    }

    /** Works for another publisher from now on; a viewer of this one may be an operator of that one. */
    @PostMapping("/console/customer")
    @RequiresRole(Role.VIEWER)
    String choose(
            @AuthenticationPrincipal MemberPrincipal member, @RequestParam long publisher, HttpServletRequest request) {
        CustomerId customer = new CustomerId(publisher);
        if (customers.find(customer).isEmpty() || !chosenCustomer.choose(request, member.accountId(), customer)) {
            throw new NotFound();
        }
        return "redirect:/console";
    }
}
