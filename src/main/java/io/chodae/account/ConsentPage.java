package io.chodae.account;

import io.chodae.directory.Account;
import io.chodae.identity.Membership;
import io.chodae.identity.Operators;
import io.chodae.identity.PendingConsents;
import io.chodae.identity.PendingConsents.Pending;
import io.chodae.web.CurrentMember;
import io.chodae.web.FormEnd;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Asks an administrator whether a program may act in their name: which program, what it may do, for which customer. The
 * answer goes to the authorization endpoint, which checks it.
 */
@Controller
class ConsentPage {

    private final PendingConsents pending;
    private final Operators operators;

    ConsentPage(PendingConsents pending, Operators operators) {
        this.pending = pending;
        this.operators = operators;
    }

    @GetMapping(PendingConsents.PAGE)
    String ask(
            @CurrentMember Account member,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        Optional<Pending> found = pending.find(state, member.id());
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "account/consent-gone";
        }
        List<Membership> customers = operators.membershipsOf(member.id());
        FormEnd.at(request, found.get().redirectUri());
        page.addAttribute("program", found.get().program());
        page.addAttribute("host", URI.create(found.get().redirectUri()).getHost());
        page.addAttribute("scopes", found.get().scopes());
        page.addAttribute("state", state);
        page.addAttribute("member", member);
        page.addAttribute("customers", customers);
        return "account/consent";
    }
}
