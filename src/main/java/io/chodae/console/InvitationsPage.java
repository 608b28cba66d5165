package io.chodae.console;

import io.chodae.bizkit.Offers;
import io.chodae.bizkit.UserGroups;
import io.chodae.campaign.Campaign;
import io.chodae.campaign.Campaigns;
import io.chodae.campaign.InvitationJobs;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.invitation.CancelInvitation;
import io.chodae.invitation.CountInvitations;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationId;
import io.chodae.invitation.InvitationQuery;
import io.chodae.invitation.InvitationState;
import io.chodae.invitation.Invitations;
import io.chodae.mail.Deliveries;
import io.chodae.mail.DeliveryState;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Slice;
import io.chodae.suppression.Suppressions;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is where: every invitation with its state and what became of its mail. */
@Controller
@RequestMapping("/console/invitations")
class InvitationsPage {

    private static final int PAGE = 50;
    private static final int SENDINGS = 200;

    /** Where a mail can be looked for; one that is being sent is among those that wait. */
    private static final List<DeliveryState> SHOWN = List.of(
            DeliveryState.QUEUED,
            DeliveryState.SENT,
            DeliveryState.DEFERRED,
            DeliveryState.BOUNCED,
            DeliveryState.SUPPRESSED,
            DeliveryState.FAILED,
            DeliveryState.HELD,
            DeliveryState.OBSOLETE);

    /** As an invitation goes through them. */
    private static final List<InvitationState> STATES = List.of(
            InvitationState.INVITED,
            InvitationState.ACCEPTED,
            InvitationState.DECLINED,
            InvitationState.EXPIRED,
            InvitationState.NOT_YET_SENT);

    private final Invitations invitations;
    private final Deliveries deliveries;
    private final Suppressions suppressions;
    private final Offers offers;
    private final CancelInvitation cancelInvitation;
    private final InvitationQueries queries;
    private final CountInvitations count;
    private final UserGroups groups;
    private final Campaigns campaigns;
    private final InvitationJobs jobs;
    private final ResendAnswer resendAnswer;

    InvitationsPage(
            Invitations invitations,
            Deliveries deliveries,
            Suppressions suppressions,
            Offers offers,
            CancelInvitation cancelInvitation,
            InvitationQueries queries,
            CountInvitations count,
            UserGroups groups,
            Campaigns campaigns,
            InvitationJobs jobs,
            ResendAnswer resendAnswer) {
        this.invitations = invitations;
        this.deliveries = deliveries;
        this.suppressions = suppressions;
        this.offers = offers;
        this.cancelInvitation = cancelInvitation;
        this.queries = queries;
        this.count = count;
        this.groups = groups;
        this.campaigns = campaigns;
        this.jobs = jobs;
        this.resendAnswer = resendAnswer;
    }

    @GetMapping
    String list(@CurrentOperator Membership operator, InvitationFilter filter, Model model) {
        CustomerId customer = operator.customer();
        InvitationQuery query = queries.of(filter, customer, PAGE);
        Slice<Invitation> slice = invitations.search(query, customer);
        model.addAttribute("filter", filter);
        model.addAttribute("stateOrder", STATES);
        model.addAttribute("states", count.byState(query, customer));
        model.addAttribute("allGroups", groups.choices(customer));
        List<Campaign> sendings =
                campaigns.list(customer, Optional.empty(), SENDINGS).items();
        model.addAttribute("sendings", sendings);
        model.addAttribute(
                "offerListed",
                sendings.stream().anyMatch(one -> Long.valueOf(one.offerId()).equals(filter.offer())));
        model.addAttribute("deliveries", SHOWN);
        model.addAttribute("jobs", jobs.running(customer));
        model.addAttribute("slice", slice);
        model.addAttribute(
                "groups",
                offers.groupNames(
                        customer,
                        slice.items().stream().map(Invitation::offerId).collect(Collectors.toSet())));
        model.addAttribute(
                "mails",
                deliveries.latestFor(
                        customer,
                        "invitation",
                        slice.items().stream().map(one -> one.id().value()).toList()));
        model.addAttribute(
                "suppressed",
                suppressions.suppressedAmong(
                        customer,
                        slice.items().stream().map(one -> one.email().key()).toList()));
        if (filter.offer() != null) {
            model.addAttribute("delivered", deliveries.countsForBatch(customer, "invitation", filter.offer()));
        }
        return "console/invitations";
    }

    @PostMapping("/{invitationId}/resend")
    @RequiresRole(Role.OPERATOR)
    String resend(
            @CurrentOperator Operating who,
            @PathVariable long invitationId,
            InvitationFilter filter,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return resendAnswer.resend(who, invitationId, filter.path(), model, response, redirect);
    }

    @PostMapping("/{invitationId}/cancel")
    @RequiresRole(Role.OPERATOR)
    String cancel(
            @CurrentOperator Operating who,
            @PathVariable long invitationId,
            InvitationFilter filter,
            RedirectAttributes redirect) {
        InvitationId id = new InvitationId(who.customer(), invitationId);
        Invitation invitation = invitations.find(id).orElseThrow(NotFound::new);
        if (cancelInvitation.cancel(id, who.actor())) {
            Flash.success(
                    redirect, "console.invitations.canceled", invitation.email().value());
        } else {
            Flash.warning(redirect, "console.invitations.cancel.over");
        }
        return "redirect:" + filter.path();
    }
}
