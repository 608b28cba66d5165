package io.chodae.console;

import io.chodae.domain.Domain;
import io.chodae.domain.Domains;
import io.chodae.domain.RemoveDomain;
import io.chodae.identity.Role;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import java.net.IDN;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks before a domain is taken off, and says what follows. In a dispute this is how a holder releases it. */
@Controller
@RequestMapping("/console/domains/{domainId}/remove")
@RequiresRole(Role.OWNER)
class RemoveDomainPage {

    private final Domains domains;
    private final RemoveDomain removeDomain;

    RemoveDomainPage(Domains domains, RemoveDomain removeDomain) {
        this.domains = domains;
        this.removeDomain = removeDomain;
    }

    @GetMapping
    String ask(@CurrentOperator Operating who, @PathVariable String domainId, Model model) {
        Domain domain = domains.find(who.customer(), domainId).orElseThrow(NotFound::new);
        model.addAttribute("domain", domain);
        model.addAttribute("dispute", domains.disputeOf(domain).orElse(null));
        return "console/domain-remove";
    }

    @PostMapping
    String remove(@CurrentOperator Operating who, @PathVariable String domainId, RedirectAttributes redirect) {
        return switch (removeDomain.remove(who.customer(), domainId, who.actor())) {
            case DONE -> {
                Flash.success(redirect, "domain.removed", IDN.toUnicode(domainId));
                yield "redirect:/console/domains";
            }
            case PRIMARY_STAYS -> {
                Flash.warning(redirect, "domain.remove.primaryStays");
                yield "redirect:/console/domains/" + domainId;
            }
            case GONE -> throw new NotFound();
            case SAME, NO_CONTACT -> throw new IllegalStateException("removing knows no such answer");
        };
    }
}
