package io.chodae.account;

import io.chodae.audit.Actor;
import io.chodae.directory.Account;
import io.chodae.identity.OwnConsents;
import io.chodae.web.CurrentMember;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What programs may do in the person's name: each leave is taken back by whoever gave it, whatever their role. */
@Controller
@RequestMapping("/me/programs")
class ProgramPages {

    private final OwnConsents consents;

    ProgramPages(OwnConsents consents) {
        this.consents = consents;
    }

    @GetMapping
    String list(@CurrentMember Account member, Model page) {
        page.addAttribute("consents", consents.of(member.id()));
        return "account/programs";
    }

    @PostMapping("/{consentId}/withdraw")
    String withdraw(@CurrentMember Account member, @PathVariable long consentId, RedirectAttributes next) {
        Actor actor = Actor.account(member.id(), member.email().value());
        if (!consents.withdraw(member.id(), consentId, actor)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        next.addFlashAttribute("flash", FormAnswers.success("program.withdrawn"));
        return "redirect:/me/programs";
    }
}
