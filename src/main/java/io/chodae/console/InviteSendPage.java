package io.chodae.console;

import io.chodae.campaign.SendDraft;
import io.chodae.campaign.SendDraftResult;
import io.chodae.identity.Role;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The one press of "send". A second press, a reload or the Back button leads to the same campaign. */
@Controller
class InviteSendPage {

    private final SendDraft sendDraft;

    InviteSendPage(SendDraft sendDraft) {
        this.sendDraft = sendDraft;
    }

    @PostMapping("/console/invite/{draftId}/send")
    @RequiresRole(Role.OPERATOR)
    String send(
            @CurrentOperator Operating who,
            @PathVariable long draftId,
            @RequestParam int version,
            @RequestParam(defaultValue = "false") boolean confirmed,
            RedirectAttributes redirect) {
        SendDraftResult result = confirmed
                ? sendDraft.sendConfirmed(who.customer(), draftId, version, who.actor())
                : sendDraft.send(who.customer(), draftId, version, who.actor());
        return switch (result) {
            case SendDraftResult.Started started -> campaign(started.campaignId());
            case SendDraftResult.AlreadySent sent -> campaign(sent.campaignId());
            case SendDraftResult.NotReady notReady -> {
                Flash.danger(redirect, "console.invite.send.notReady");
                yield back(draftId);
            }
            case SendDraftResult.NotPreviewed not -> {
                Flash.warning(redirect, "console.invite.send.notPreviewed");
                yield back(draftId);
            }
            case SendDraftResult.ServiceIncomplete incomplete -> "redirect:/console/invite";
            case SendDraftResult.NoSeat no -> {
                Flash.danger(redirect, "console.invite.send.noSeat", no.limit(), no.used(), no.wanted());
                yield back(draftId);
            }
            case SendDraftResult.SentBefore before ->
                "redirect:/console/invite/" + draftId + "/again?version=" + version;
            case SendDraftResult.Gone gone -> throw new NotFound();
        };
    }

    private static String campaign(long campaignId) {
        return "redirect:/console/campaigns/" + campaignId;
    }

    private static String back(long draftId) {
        return "redirect:/console/invite/" + draftId + "#preview";
    }
}
