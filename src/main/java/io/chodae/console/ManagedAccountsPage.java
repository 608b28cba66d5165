package io.chodae.console;

import io.chodae.directory.ManagedAccountList;
import io.chodae.identity.Membership;
import io.chodae.web.CurrentOperator;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The accounts that the customer manages. */
@Controller
class ManagedAccountsPage {

    private static final int PAGE = 50;

    private final ManagedAccountList accounts;

    ManagedAccountsPage(ManagedAccountList accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/console/accounts/managed")
    String list(
            @CurrentOperator Membership operator,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean suspended,
            @RequestParam Optional<String> after,
            Model model) {
        model.addAttribute("q", q.strip());
        model.addAttribute("suspended", suspended);
        model.addAttribute("slice", accounts.page(operator.customer(), q, suspended, after, PAGE));
        return "console/managed";
    }
}
