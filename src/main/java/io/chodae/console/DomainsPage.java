package io.chodae.console;

import io.chodae.domain.ClaimDomain;
import io.chodae.domain.ClaimResult;
import io.chodae.domain.Domains;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The domains of an organisation, and adding one. Owners add. */
@Controller
@RequestMapping("/console/domains")
class DomainsPage {

    private final Domains domains;
    private final ClaimDomain claimDomain;
    private final MessageSource messages;

    DomainsPage(Domains domains, ClaimDomain claimDomain, MessageSource messages) {
        this.domains = domains;
        this.claimDomain = claimDomain;
        this.messages = messages;
    }

    @GetMapping
    String list(@CurrentOperator Membership operator, Model model) {
        return page(operator, "", false, Map.of(), model);
    }

    @PostMapping
    @RequiresRole(Role.OWNER)
    String claim(
            @CurrentOperator Operating who,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean alias,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return switch (claimDomain.claim(who.customer(), name, alias, who.actor())) {
            case ClaimResult.Claimed claimed -> {
                Flash.success(redirect, "domain.claimed", claimed.domain().display());
                yield "redirect:/console/domains/" + claimed.domain().name();
            }
            case ClaimResult.Refused refused -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                String words = messages.getMessage("domain.refused." + refused.reason(), null, locale);
                yield page(who.membership(), name, alias, Map.of("name", words), model);
            }
        };
    }

    private String page(Membership operator, String typed, boolean alias, Map<String, String> errors, Model model) {
        model.addAttribute("domains", domains.of(operator.customer()));
        model.addAttribute("typed", typed);
        model.addAttribute("alias", alias);
        model.addAttribute("errors", errors);
        model.addAttribute("mayManage", operator.role().mayManage());
        return "console/domains";
    }
}
