package io.chodae.console;

import io.chodae.campaign.Campaigns;
import io.chodae.campaign.Draft;
import io.chodae.campaign.Drafts;
import io.chodae.campaign.FindSentBefore;
import io.chodae.campaign.SendDraftResult.SentBefore;
import io.chodae.identity.Membership;
import io.chodae.web.CurrentOperator;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks before the same texts go to the same people a second time within a day. */
@Controller
class InviteAgainPage {

    private final Drafts drafts;
    private final Campaigns campaigns;
    private final FindSentBefore sentBefore;
    private final Clock clock;

    InviteAgainPage(Drafts drafts, Campaigns campaigns, FindSentBefore sentBefore, Clock clock) {
        this.drafts = drafts;
        this.campaigns = campaigns;
        this.sentBefore = sentBefore;
        this.clock = clock;
    }

    /**
     * @param version of the form whose "send" was pressed; a yes is good for no other
     * @param at when it is to go out; empty for now
     */
    @GetMapping("/console/invite/{draftId}/again")
    String ask(
            @CurrentOperator Membership operator,
            @PathVariable long draftId,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String at,
            Model model) {
        Optional<Draft> draft = drafts.find(operator.customer(), draftId);
        Optional<SentBefore> before = sentBefore.find(operator.customer(), draftId);
        if (draft.isEmpty()) {
            return campaigns
                    .ofDraft(operator.customer(), draftId)
                    .map(campaign -> "redirect:/console/campaigns/" + campaign.id())
                    .orElseThrow(NotFound::new);
        }
        if (before.isEmpty()) {
            return "redirect:/console/invite/" + draftId;
        }
        Duration ago = Duration.between(before.get().at(), clock.instant());
        boolean minutes = ago.toHours() < 1;
        model.addAttribute("draft", draft.get());
        model.addAttribute("version", version);
        model.addAttribute("at", at);
        model.addAttribute("before", before.get());
        model.addAttribute("agoKey", minutes ? "console.again.minutes" : "console.again.hours");
        model.addAttribute("ago", minutes ? Math.max(1, ago.toMinutes()) : ago.toHours());
        return "console/invite-again";
    }
}
