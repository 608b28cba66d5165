package io.chodae.console;

import io.chodae.campaign.CampaignState;
import io.chodae.campaign.CancelCampaign;
import io.chodae.campaign.PauseCampaign;
import io.chodae.campaign.RestOfCampaign;
import io.chodae.campaign.ResumeCampaign;
import io.chodae.campaign.RetryFailedMails;
import io.chodae.campaign.RetryResult;
import io.chodae.campaign.SteerResult;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an operator does to a sending: pause, go on, cancel the rest, try again what failed. */
@Controller
@RequestMapping("/console/campaigns/{campaignId}")
class CampaignSteeringPage {

    private final PauseCampaign pause;
    private final ResumeCampaign resume;
    private final CancelCampaign cancel;
    private final RetryFailedMails retry;

    CampaignSteeringPage(PauseCampaign pause, ResumeCampaign resume, CancelCampaign cancel, RetryFailedMails retry) {
        this.pause = pause;
        this.resume = resume;
        this.cancel = cancel;
        this.retry = retry;
    }

    @PostMapping("/pause")
    @RequiresRole(Role.OPERATOR)
    String pause(@CurrentOperator Operating who, @PathVariable long campaignId, RedirectAttributes redirect) {
        return back(campaignId, pause.pause(who.customer(), campaignId, who.actor()), "paused", redirect);
    }

    @PostMapping("/resume")
    @RequiresRole(Role.OPERATOR)
    String resume(@CurrentOperator Operating who, @PathVariable long campaignId, RedirectAttributes redirect) {
        return back(campaignId, resume.resume(who.customer(), campaignId, who.actor()), "resumed", redirect);
    }

    /** Says how many people it is about, before anything happens. */
    @GetMapping("/cancel")
    @RequiresRole(Role.OPERATOR)
    String askToCancel(@CurrentOperator Membership operator, @PathVariable long campaignId, Model model) {
        RestOfCampaign rest = cancel.rest(operator.customer(), campaignId).orElseThrow(NotFound::new);
        model.addAttribute("campaignId", campaignId);
        model.addAttribute("rest", rest);
        return "console/campaign-cancel";
    }

    @PostMapping("/cancel")
    @RequiresRole(Role.OPERATOR)
    String cancel(@CurrentOperator Operating who, @PathVariable long campaignId, RedirectAttributes redirect) {
        return back(campaignId, cancel.cancel(who.customer(), campaignId, who.actor()), "canceled", redirect);
    }

    @PostMapping("/retry")
    @RequiresRole(Role.OPERATOR)
    String retry(@CurrentOperator Operating who, @PathVariable long campaignId, RedirectAttributes redirect) {
        switch (retry.retry(who.customer(), campaignId, who.actor())) {
            case RetryResult.Retried retried -> told(retried.mails(), redirect);
            case RetryResult.NotNow notNow -> notNow(notNow.state(), redirect);
            case RetryResult.Gone gone -> throw new NotFound();
        }
        return page(campaignId);
    }

    private static String back(long campaignId, SteerResult result, String done, RedirectAttributes redirect) {
        switch (result) {
            case SteerResult.Done ok -> Flash.success(redirect, "console.sending." + done);
            case SteerResult.NotNow notNow -> notNow(notNow.state(), redirect);
            case SteerResult.PublisherSuspended stopped -> Flash.warning(redirect, "console.sending.suspended");
            case SteerResult.Gone gone -> throw new NotFound();
        }
        return page(campaignId);
    }

    private static void told(int mails, RedirectAttributes redirect) {
        if (mails > 0) {
            Flash.success(redirect, "console.sending.retried", mails);
        } else {
            Flash.warning(redirect, "console.sending.retried.none");
        }
    }

    private static void notNow(CampaignState state, RedirectAttributes redirect) {
        Flash.warning(redirect, "console.sending.notNow." + state.name());
    }

    private static String page(long campaignId) {
        return "redirect:/console/campaigns/" + campaignId;
    }
}
