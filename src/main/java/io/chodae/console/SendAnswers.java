package io.chodae.console;

import io.chodae.campaign.SendDraftResult;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a press of "send", now or later, leads. */
@Component
class SendAnswers {

    private final TooManyAnswer tooMany;

    SendAnswers(TooManyAnswer tooMany) {
        this.tooMany = tooMany;
    }

    /**
     * @param version of the form that was sent in
     * @param at the time that was wished for, as it was typed; empty for now
     */
    String answer(
            SendDraftResult result,
            long draftId,
            int version,
            String at,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
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
            case SendDraftResult.PublisherSuspended stopped -> {
                Flash.danger(redirect, "console.rules.suspended");
                yield back(draftId);
            }
            case SendDraftResult.NoSeat no -> {
                Flash.danger(redirect, "console.invite.send.noSeat", no.limit(), no.used(), no.wanted());
                yield back(draftId);
            }
            case SendDraftResult.SentBefore before -> {
                redirect.addAttribute("version", version);
                if (!at.isEmpty()) {
                    redirect.addAttribute("at", at);
                }
                yield "redirect:/console/invite/" + draftId + "/again";
            }
            case SendDraftResult.TooMany many -> tooMany.limited(many.limit(), form(draftId), model, response);
            case SendDraftResult.TooManyPeople many -> tooMany.people(many, form(draftId), model, response);
            case SendDraftResult.Gone gone -> throw new NotFound();
        };
    }

    private static String campaign(long campaignId) {
        return "redirect:/console/campaigns/" + campaignId;
    }

    private static String back(long draftId) {
        return "redirect:" + form(draftId);
    }

    private static String form(long draftId) {
        return "/console/invite/" + draftId + "#preview";
    }
}
