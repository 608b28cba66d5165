package io.chodae.console;

import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.invitation.InvitationId;
import io.chodae.invitation.Invitations;
import io.chodae.invitation.LinkRequests;
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
    private static final String PATH = "/console/invitations/requests";

    private final LinkRequests requests;
    private final Invitations invitations;
    private final ResendAnswer resendAnswer;

    LinkRequestsPage(LinkRequests requests, Invitations invitations, ResendAnswer resendAnswer) {
        this.requests = requests;
        this.invitations = invitations;
        this.resendAnswer = resendAnswer;
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
        return resendAnswer.resend(who, invitationId, PATH, model, response, redirect);
    }

    @PostMapping("/{askedId}/set-aside")
    @RequiresRole(Role.OPERATOR)
    String setAside(@CurrentOperator Operating who, @PathVariable long askedId, RedirectAttributes redirect) {
        InvitationId id = new InvitationId(who.customer(), askedId);
        if (!requests.setAside(id, who.actor()) && invitations.find(id).isEmpty()) {
            throw new NotFound();
        }
        Flash.success(redirect, "console.requests.aside");
        return "redirect:" + PATH;
    }
}
