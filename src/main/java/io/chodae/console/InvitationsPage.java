package io.chodae.console;

import io.chodae.bizkit.BizKits;
import io.chodae.bizkit.Offers;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.invitation.CancelInvitation;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationId;
import io.chodae.invitation.InvitationQuery;
import io.chodae.invitation.Invitations;
import io.chodae.invitation.ResendInvitation;
import io.chodae.invitation.ResendResult;
import io.chodae.mail.Deliveries;
import io.chodae.mail.DeliveryState;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Slice;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

    /** Where a mail can be looked for; one that is being sent is among those that wait. */
    private static final List<DeliveryState> SHOWN = List.of(
            DeliveryState.QUEUED,
            DeliveryState.SENT,
            DeliveryState.DEFERRED,
            DeliveryState.FAILED,
            DeliveryState.HELD,
            DeliveryState.OBSOLETE);

    private final Invitations invitations;
    private final Deliveries deliveries;
    private final BizKits bizKits;
    private final Offers offers;
    private final ResendInvitation resendInvitation;
    private final CancelInvitation cancelInvitation;
    private final InvitationsByMail byMail;
    private final TooManyAnswer tooMany;

    InvitationsPage(
            Invitations invitations,
            Deliveries deliveries,
            BizKits bizKits,
            Offers offers,
            ResendInvitation resendInvitation,
            CancelInvitation cancelInvitation,
            InvitationsByMail byMail,
            TooManyAnswer tooMany) {
        this.invitations = invitations;
        this.deliveries = deliveries;
        this.bizKits = bizKits;
        this.offers = offers;
        this.resendInvitation = resendInvitation;
        this.cancelInvitation = cancelInvitation;
        this.byMail = byMail;
        this.tooMany = tooMany;
    }

    @GetMapping
    String list(@CurrentOperator Membership operator, InvitationFilter filter, Model model) {
        CustomerId customer = operator.customer();
        InvitationQuery query = filter.query(PAGE);
        Slice<Invitation> slice =
                filter.isByMail() ? byMail.search(filter, customer, PAGE) : invitations.search(query, customer);
        model.addAttribute("filter", filter);
        model.addAttribute("states", invitations.counts(query, customer));
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
            model.addAttribute("deliveries", SHOWN);
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
