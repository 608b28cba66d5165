package io.chodae.console;

import io.chodae.bizkit.BizKits;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationId;
import io.chodae.invitation.Invitations;
import io.chodae.invitation.ResendInvitation;
import io.chodae.invitation.ResendResult;
import io.chodae.suppression.SuppressionReason;
import io.chodae.suppression.Suppressions;
import io.chodae.web.Operating;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The press of "send again", from whichever list, and what it is told. */
@Component
class ResendAnswer {

    private final Invitations invitations;
    private final Suppressions suppressions;
    private final ResendInvitation resendInvitation;
    private final BizKits bizKits;
    private final TooManyAnswer tooMany;

    ResendAnswer(
            Invitations invitations,
            Suppressions suppressions,
            ResendInvitation resendInvitation,
            BizKits bizKits,
            TooManyAnswer tooMany) {
        this.invitations = invitations;
        this.suppressions = suppressions;
        this.resendInvitation = resendInvitation;
        this.bizKits = bizKits;
        this.tooMany = tooMany;
    }

    /** @param back where the list is */
    String resend(
            Operating who,
            long invitationId,
            String back,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        InvitationId id = new InvitationId(who.customer(), invitationId);
        Optional<Invitation> asked = invitations.find(id);
        Optional<SuppressionReason> suppressed = asked.flatMap(this::suppressed);
        if (suppressed.isPresent()) {
            Flash.warning(
                    redirect,
                    "console.invitations.resend." + suppressed.get().name(),
                    asked.get().email().value());
            return "redirect:" + back;
        }
        ResendResult result =
                resendInvitation.resend(id, bizKits.get(who.customer()).invitationLifetime(), who.actor());
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
                return tooMany.limited(many.limit(), back, model, response);
            }
            case ResendResult.Hindered hindered ->
                Flash.warning(
                        redirect,
                        "console.invitations.resend." + hindered.hindrance().name());
        }
        return "redirect:" + back;
    }

    /** A mail to them would be kept back; who presses the button is told at once, and no link dies for it. */
    private Optional<SuppressionReason> suppressed(Invitation one) {
        String key = one.email().key();
        return Optional.ofNullable(
                suppressions.suppressedAmong(one.id().customer(), List.of(key)).get(key));
    }
}
