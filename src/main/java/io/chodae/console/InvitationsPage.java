package io.chodae.console;

import io.chodae.bizkit.BizKits;
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
import io.chodae.invitation.Invitations;
import io.chodae.invitation.ResendInvitation;
import io.chodae.invitation.ResendResult;
import io.chodae.mail.Deliveries;
import io.chodae.mail.DeliveryState;
import io.chodae.mail.SuppressionReason;
import io.chodae.mail.Suppressions;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Slice;
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

    private final Invitations invitations;
    private final Deliveries deliveries;
    private final BizKits bizKits;
    private final Offers offers;
    private final ResendInvitation resendInvitation;
    private final CancelInvitation cancelInvitation;
    private final Suppressions suppressions;
    private final InvitationQueries queries;
    private final CountInvitations count;
    private final UserGroups groups;
    private final Campaigns campaigns;
    private final InvitationJobs jobs;
    private final TooManyAnswer tooMany;

    InvitationsPage(
            Invitations invitations,
            Deliveries deliveries,
            BizKits bizKits,
            Offers offers,
            ResendInvitation resendInvitation,
            CancelInvitation cancelInvitation,
            Suppressions suppressions,
            InvitationQueries queries,
            CountInvitations count,
            UserGroups groups,
            Campaigns campaigns,
            InvitationJobs jobs,
            TooManyAnswer tooMany) {
        this.invitations = invitations;
        this.deliveries = deliveries;
        this.bizKits = bizKits;
        this.offers = offers;
        this.resendInvitation = resendInvitation;
        this.cancelInvitation = cancelInvitation;
        this.suppressions = suppressions;
        this.queries = queries;
        this.count = count;
        this.groups = groups;
        this.campaigns = campaigns;
        this.jobs = jobs;
        this.tooMany = tooMany;
    }

    @GetMapping
    String list(@CurrentOperator Membership operator, InvitationFilter filter, Model model) {
        CustomerId customer = operator.customer();
        InvitationQuery query = queries.of(filter, customer, PAGE);
        Slice<Invitation> slice = invitations.search(query, customer);
        model.addAttribute("filter", filter);
        model.addAttribute("states", count.byState(query, customer));
        model.addAttribute("allGroups", groups.search(customer, ""));
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
        Optional<Invitation> asked = invitations.find(new InvitationId(who.customer(), invitationId));
        Optional<SuppressionReason> suppressed = asked.flatMap(one -> suppressed(one.email(), who.customer()));
        if (suppressed.isPresent()) {
            Flash.warning(
                    redirect,
                    "console.invitations.resend." + suppressed.get().name(),
                    asked.get().email().value());
            return "redirect:" + filter.path();
        }
        ResendResult result = resendInvitation.resend(
                new InvitationId(who.customer(), invitationId),
                bizKits.get(who.customer()).invitationLifetime(),
                who.actor());
        switch (result) {
            case ResendResult.Sent sent ->
                Flash.success(
                        redirect,
                        "console.invitations.resent",
                        sent.invitation().email().value());
            case ResendResult.AlreadyAccepted accepted ->
                Flash.warning(redirect, "console.invitations.resend.accepted");
            case ResendResult.NewerIsOut newer -> Flash.warning(redirect, "console.invitations.resend.newer");
            case ResendResult.Gone gone -> throw new NotFound();
            case ResendResult.TooMany many -> {
                return tooMany.limited(many.limit(), filter.path(), model, response);
            }
            case ResendResult.Hindered hindered ->
                Flash.warning(
                        redirect,
                        "console.invitations.resend." + hindered.hindrance().name());
        }
        return "redirect:" + filter.path();
    }

    /** A mail to them would be kept back; who presses the button is told at once, and no link dies for it. */
    private Optional<SuppressionReason> suppressed(EmailAddress email, CustomerId customer) {
        return Optional.ofNullable(
                suppressions.suppressedAmong(customer, List.of(email.key())).get(email.key()));
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
