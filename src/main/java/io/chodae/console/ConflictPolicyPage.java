package io.chodae.console;

import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.provisioning.AfterFollowUps;
import io.chodae.provisioning.ConflictPolicies;
import io.chodae.provisioning.ConflictPolicy;
import io.chodae.provisioning.ConflictRule;
import io.chodae.provisioning.EndPendingUser;
import io.chodae.provisioning.PendingUser;
import io.chodae.provisioning.PendingUsers;
import io.chodae.provisioning.SetConflictPolicy;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done where a person's own account has the address of a new user, and who is waited for. */
@Controller
@RequestMapping(ConflictPolicyPage.PATH)
class ConflictPolicyPage {

    static final String PATH = "/console/accounts/policy";

    private static final String BACK = "redirect:" + PATH;
    private static final int PAGE = 50;

    private final ConflictPolicies policies;
    private final SetConflictPolicy setPolicy;
    private final PendingUsers pending;
    private final EndPendingUser endPending;

    ConflictPolicyPage(
            ConflictPolicies policies, SetConflictPolicy setPolicy, PendingUsers pending, EndPendingUser endPending) {
        this.policies = policies;
        this.setPolicy = setPolicy;
        this.pending = pending;
        this.endPending = endPending;
    }

    /**
     * @param all whether those who are at their end are shown too
     * @param before where the slice before ended
     */
    @GetMapping
    String show(
            @CurrentOperator Membership operator,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam Optional<Long> before,
            Model model) {
        return page(operator, policies.of(operator.customer()), all, before, model);
    }

    /** @param understood that people may lose their address */
    @PostMapping
    @RequiresRole(Role.OWNER)
    String save(
            @CurrentOperator Operating who,
            @RequestParam ConflictRule rule,
            @RequestParam(defaultValue = "3") int followUps,
            @RequestParam(defaultValue = "STOP") AfterFollowUps after,
            @RequestParam(defaultValue = "false") boolean understood,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ConflictPolicy asked = new ConflictPolicy(rule, Math.clamp(followUps, 0, ConflictPolicy.MAX_FOLLOW_UPS), after);
        if (asked.mayReplace() && !understood) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("notUnderstood", true);
            return page(who.membership(), asked, false, Optional.empty(), model);
        }
        setPolicy.set(who.customer(), asked, who.actor());
        Flash.success(redirect, "provisioning.saved");
        return BACK;
    }

    @PostMapping("/pending/{pendingId}/end")
    @RequiresRole(Role.OPERATOR)
    String end(@CurrentOperator Operating who, @PathVariable long pendingId, RedirectAttributes redirect) {
        PendingUser one = pending.find(who.customer(), pendingId).orElseThrow(NotFound::new);
        if (endPending.end(who.customer(), pendingId, who.actor())) {
            Flash.success(redirect, "provisioning.ended", one.email().value());
        } else {
            Flash.warning(redirect, "provisioning.overBefore", one.email().value());
        }
        return BACK;
    }

    private String page(Membership operator, ConflictPolicy policy, boolean all, Optional<Long> before, Model model) {
        model.addAttribute("policy", policy);
        model.addAttribute("current", policies.of(operator.customer()));
        model.addAttribute("rules", ConflictRule.values());
        model.addAttribute("afters", AfterFollowUps.values());
        model.addAttribute("mayOwn", operator.role() == Role.OWNER);
        model.addAttribute("all", all);
        model.addAttribute("slice", pending.page(operator.customer(), !all, before, PAGE));
        return "console/conflict-policy";
    }
}
