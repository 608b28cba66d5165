package io.chodae.console;

import io.chodae.bizkit.BizKits;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.invitation.InvitationId;
import io.chodae.invitation.Invitations;
import io.chodae.invitation.LinkRequests;
import io.chodae.invitation.ResendInvitation;
import io.chodae.invitation.ResendResult;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who asked for a new link: send again, or set aside. */
@Controller
@RequestMapping("/console/invitations/requests")
class LinkRequestsPage {

    private static final int SHOWN = 100;
    private static final String HERE = "redirect:/console/invitations/requests";

    private final LinkRequests requests;
    private final Invitations invitations;
    private final ResendInvitation resendInvitation;
    private final BizKits bizKits;
    private final TooManyAnswer tooMany;

    LinkRequestsPage(
            LinkRequests requests,
            Invitations invitations,
            ResendInvitation resendInvitation,
            BizKits bizKits,
            TooManyAnswer tooMany) {
        this.requests = requests;
        this.invitations = invitations;
        this.resendInvitation = resendInvitation;
        this.bizKits = bizKits;
        this.tooMany = tooMany;
    }

    @GetMapping
    String list(@CurrentOperator Membership operator, Model model) {
        model.addAttribute("total", requests.count(operator.customer()));
        model.addAttribute("waiting", requests.longest(operator.customer(), SHOWN));
        return "console/link-requests";
    }

    @PostMapping("/{invitationId}/send")
    @RequiresRole(Role.OPERATOR)
    String send(
            @CurrentOperator Operating who,
            @PathVariable long invitationId,
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
                return tooMany.limited(many.limit(), "/console/invitations/requests", model, response);
            }
            case ResendResult.Hindered hindered ->
                Flash.warning(
                        redirect,
                        "console.invitations.resend." + hindered.hindrance().name());
        }
        return HERE;
    }

    @PostMapping("/{askedId}/set-aside")
    @RequiresRole(Role.OPERATOR)
    String setAside(@CurrentOperator Operating who, @PathVariable long askedId, RedirectAttributes redirect) {
        InvitationId id = new InvitationId(who.customer(), askedId);
        if (!requests.setAside(id, who.actor()) && invitations.find(id).isEmpty()) {
            throw new NotFound();
        }
        Flash.success(redirect, "console.requests.aside");
        return HERE;
    }
}
