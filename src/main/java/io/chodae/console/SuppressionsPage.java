package io.chodae.console;

import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.suppression.LiftResult;
import io.chodae.suppression.LiftSuppression;
import io.chodae.suppression.Suppressions;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The addresses that are not written to, and why. */
@Controller
@RequestMapping("/console/settings/suppressions")
class SuppressionsPage {

    private static final int PAGE = 50;

    private final Suppressions suppressions;
    private final LiftSuppression liftSuppression;

    SuppressionsPage(Suppressions suppressions, LiftSuppression liftSuppression) {
        this.suppressions = suppressions;
        this.liftSuppression = liftSuppression;
    }

    @GetMapping
    String list(
            @CurrentOperator Membership operator,
            @RequestParam(defaultValue = "") String q,
            @RequestParam Optional<String> after,
            Model model) {
        model.addAttribute("q", q.strip());
        model.addAttribute("slice", suppressions.search(operator.customer(), q.strip(), after, PAGE));
        return "console/suppressions";
    }

    @PostMapping("/{suppressionId}/lift")
    @RequiresRole(Role.OPERATOR)
    String lift(
            @CurrentOperator Operating who,
            @PathVariable long suppressionId,
            @RequestParam(defaultValue = "") String q,
            RedirectAttributes redirect) {
        switch (liftSuppression.lift(who.customer(), suppressionId, who.actor())) {
            case LiftResult.Lifted lifted -> Flash.success(redirect, "console.suppressions.lifted", lifted.email());
            case LiftResult.OwnWish wish -> Flash.warning(redirect, "console.suppressions.ownWish", wish.email());
            case LiftResult.Gone gone -> throw new NotFound();
        }
        if (!q.isBlank()) {
            redirect.addAttribute("q", q.strip());
        }
        return "redirect:/console/settings/suppressions";
    }
}
