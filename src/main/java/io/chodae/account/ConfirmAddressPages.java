package io.chodae.account;

import io.chodae.directory.Account;
import io.chodae.identity.AddressChangeResult;
import io.chodae.identity.ChangeAddress;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.LinkToken;
import io.chodae.web.CurrentMember;
import io.chodae.web.SignInSilently;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The link of the mail to a new address. It asks to sign in first; opening it changes nothing. */
@Controller
class ConfirmAddressPages {

    private static final String PURPOSE = "address";

    private final ChangeAddress changeAddress;
    private final SignInSilently signIn;
    private final FormAnswers answers;

    ConfirmAddressPages(ChangeAddress changeAddress, SignInSilently signIn, FormAnswers answers) {
        this.changeAddress = changeAddress;
        this.signIn = signIn;
        this.answers = answers;
    }

    @GetMapping("/address/{token}")
    String ask(@PathVariable String token, @CurrentMember Account member, HttpServletResponse response, Model page) {
        Optional<EmailAddress> address = LinkToken.parse(token).flatMap(link -> changeAddress.asked(member.id(), link));
        if (address.isEmpty()) {
            return answers.deadLink(page, response, PURPOSE);
        }
        page.addAttribute("token", token);
        page.addAttribute("current", member.reachedAt().value());
        page.addAttribute("email", address.get().value());
        return "account/address-confirm";
    }

    @PostMapping("/address/{token}")
    String confirm(
            @PathVariable String token,
            @CurrentMember Account member,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page,
            RedirectAttributes next) {
        Optional<LinkToken> link = LinkToken.parse(token);
        if (link.isEmpty()) {
            return answers.deadLink(page, response, PURPOSE);
        }
        String session = request.getSession().getId();
        return switch (changeAddress.change(member.id(), link.get(), session)) {
            case AddressChangeResult.Changed changed -> {
                // the session's own note of who is signed in has the address before
                signIn.signIn(member.id(), request, response);
                next.addFlashAttribute("flash", FormAnswers.success("managed.address.changed"));
                yield "redirect:/me/profile";
            }
            case AddressChangeResult.DeadLink dead -> answers.deadLink(page, response, PURPOSE);
            case AddressChangeResult.Taken taken -> {
                page.addAttribute("purpose", "address-taken");
                response.setStatus(HttpStatus.CONFLICT.value());
                yield "account/dead-link";
            }
            case AddressChangeResult.Managed managed -> answers.deadLink(page, response, PURPOSE);
        };
    }
}
