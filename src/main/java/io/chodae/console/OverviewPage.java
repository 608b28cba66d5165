package io.chodae.console;

import io.chodae.bizkit.BizKit;
import io.chodae.bizkit.BizKits;
import io.chodae.bizkit.Seats;
import io.chodae.campaign.Campaigns;
import io.chodae.campaign.Drafts;
import io.chodae.directory.Customers;
import io.chodae.identity.MemberPrincipal;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.invitation.CountInvitations;
import io.chodae.invitation.LinkRequests;
import io.chodae.shared.CustomerId;
import io.chodae.web.ChosenCustomer;
import io.chodae.web.CurrentOperator;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
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
    private final Drafts drafts;
    private final Campaigns campaigns;
    private final CountInvitations count;
    private final ChosenCustomer chosenCustomer;
    private final Customers customers;
    private final LinkRequests linkRequests;

    OverviewPage(
            BizKits bizKits,
            Seats seats,
            Drafts drafts,
            Campaigns campaigns,
            CountInvitations count,
            ChosenCustomer chosenCustomer,
            Customers customers,
            LinkRequests linkRequests) {
        this.bizKits = bizKits;
        this.seats = seats;
        this.drafts = drafts;
        this.campaigns = campaigns;
        this.count = count;
        this.chosenCustomer = chosenCustomer;
        this.customers = customers;
        this.linkRequests = linkRequests;
    }

    @GetMapping("/console")
    String show(@CurrentOperator Membership operator, Model model) {
        CustomerId customer = operator.customer();
        BizKit kit = bizKits.get(customer);
        model.addAttribute("kit", kit);
        model.addAttribute("missing", kit.missing());
        model.addAttribute("seats", seats.use(customer));
        model.addAttribute("linkRequests", linkRequests.count(customer));
        model.addAttribute("states", count.all(customer));
        model.addAttribute("drafts", drafts.listOpen(customer));
        model.addAttribute(
                "campaigns", campaigns.list(customer, Optional.empty(), RECENT).items());
        return "console/overview";
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
