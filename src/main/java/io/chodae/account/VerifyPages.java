package io.chodae.account;

import io.chodae.identity.VerificationResult;
import io.chodae.identity.VerifyEmail;
import io.chodae.shared.LinkToken;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The link of the verification mail. Scanners open links, so only the button confirms. */
@Controller
class VerifyPages {

    private static final String PURPOSE = "verify";

    private final VerifyEmail verifyEmail;
    private final FormAnswers answers;

    VerifyPages(VerifyEmail verifyEmail, FormAnswers answers) {
        this.verifyEmail = verifyEmail;
        this.answers = answers;
    }

    @GetMapping("/verify/{token}")
    String ask(@PathVariable String token, HttpServletResponse response, Model page) {
        page.addAttribute("token", token);
        return LinkToken.parse(token).filter(verifyEmail::isAlive).isPresent()
                ? "account/verify"
                : answers.deadLink(page, response, PURPOSE);
    }

    @PostMapping("/verify/{token}")
    String verify(@PathVariable String token, HttpServletResponse response, Model page) {
        return LinkToken.parse(token)
                        .map(verifyEmail::verify)
                        .filter(VerificationResult.Verified.class::isInstance)
                        .isPresent()
                ? "redirect:/verify"
                : answers.deadLink(page, response, PURPOSE);
    }

    @GetMapping("/verify")
    String done() {
        return "account/verified";
    }
}
