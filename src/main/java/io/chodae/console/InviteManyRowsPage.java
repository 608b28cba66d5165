package io.chodae.console;

import io.chodae.campaign.ChooseAgain;
import io.chodae.campaign.LeaveOutRows;
import io.chodae.campaign.RowFilter;
import io.chodae.campaign.RowsChange;
import io.chodae.identity.Role;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done with many rows at once. Each can be undone, so that none asks first. */
@Controller
@RequestMapping("/console/invite/{draftId}/people")
class InviteManyRowsPage {

    private final LeaveOutRows leaveOutRows;
    private final ChooseAgain chooseAgain;

    InviteManyRowsPage(LeaveOutRows leaveOutRows, ChooseAgain chooseAgain) {
        this.leaveOutRows = leaveOutRows;
        this.chooseAgain = chooseAgain;
    }

    @PostMapping("/leave-out-faulty")
    @RequiresRole(Role.OPERATOR)
    String leaveOutFaulty(@CurrentOperator Operating who, @PathVariable long draftId, RedirectAttributes redirect) {
        RowsChange result = leaveOutRows.leaveOutFaulty(who.customer(), draftId, who.actor());
        if (result instanceof RowsChange.Done done) {
            Flash.success(redirect, "console.rows.flash.leftOutMany", done.rows());
        }
        return answer(result, draftId, RowFilter.LEFT_OUT);
    }

    @PostMapping("/put-back")
    @RequiresRole(Role.OPERATOR)
    String putBack(@CurrentOperator Operating who, @PathVariable long draftId, RedirectAttributes redirect) {
        RowsChange result = leaveOutRows.putBackAll(who.customer(), draftId, who.actor());
        if (result instanceof RowsChange.Done done) {
            Flash.success(redirect, "console.rows.flash.backMany", done.rows());
        }
        return answer(result, draftId, RowFilter.FAULTY);
    }

    @PostMapping("/again")
    @RequiresRole(Role.OPERATOR)
    String again(
            @CurrentOperator Operating who,
            @PathVariable long draftId,
            @RequestParam boolean again,
            RedirectAttributes redirect) {
        RowsChange result = chooseAgain.forAll(who.customer(), draftId, again, who.actor());
        if (result instanceof RowsChange.Done) {
            Flash.success(redirect, again ? "console.rows.flash.again" : "console.rows.flash.skip");
        }
        return answer(result, draftId, RowFilter.INVITED);
    }

    private static String answer(RowsChange result, long draftId, RowFilter filter) {
        return switch (result) {
            case RowsChange.Done done -> new RowsView(filter.name(), null, null).redirect(draftId, "");
            case RowsChange.AlreadySent sent -> "redirect:/console/campaigns/" + sent.campaignId();
            case RowsChange.Gone gone -> throw new NotFound();
        };
    }
}
