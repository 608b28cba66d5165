package io.chodae.account;

import io.chodae.identity.PasswordResetRequestResult;
import io.chodae.identity.PasswordResetResult;
import io.chodae.identity.RequestPasswordReset;
import io.chodae.identity.ResetPassword;
import io.chodae.shared.LinkToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A forgotten password: asking for the mail, and choosing a new one by its link. */
@Controller
class ForgottenPages {

    private static final String FORGOT = "account/forgot";
    private static final String RESET = "account/reset";
    private static final String PURPOSE = "reset";

    private final RequestPasswordReset requestPasswordReset;
    private final ResetPassword resetPassword;
    private final FormAnswers answers;

    ForgottenPages(RequestPasswordReset requestPasswordReset, ResetPassword resetPassword, FormAnswers answers) {
        this.requestPasswordReset = requestPasswordReset;
        this.resetPassword = resetPassword;
        this.answers = answers;
    }

    @GetMapping("/forgot")
    String forgot(HttpServletRequest request) {
        return request.getParameter("sent") == null ? FORGOT : "account/forgot-sent";
    }

    @PostMapping("/forgot")
    String request(@RequestParam(defaultValue = "") String email, HttpServletResponse response, Model page) {
        page.addAttribute("email", email);
        return switch (requestPasswordReset.request(email)) {
            case PasswordResetRequestResult.Requested requested -> "redirect:/forgot?sent";
            case PasswordResetRequestResult.Invalid invalid -> {
                answers.refuse(page, response, invalid.faults());
                yield FORGOT;
            }
            case PasswordResetRequestResult.TooMany tooMany -> {
                answers.pause(page, response, tooMany.pause());
                yield FORGOT;
            }
        };
    }

    @GetMapping("/reset/{token}")
    String choose(@PathVariable String token, HttpServletResponse response, Model page) {
        page.addAttribute("token", token);
        return LinkToken.parse(token).filter(resetPassword::isAlive).isPresent()
                ? RESET
                : answers.deadLink(page, response, PURPOSE);
    }

    @PostMapping("/reset/{token}")
    String reset(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            HttpServletResponse response,
            Model page) {
        Optional<LinkToken> link = LinkToken.parse(token);
        if (link.isEmpty()) {
            return answers.deadLink(page, response, PURPOSE);
        }
        return switch (resetPassword.reset(link.get(), password)) {
            case PasswordResetResult.Changed changed -> "redirect:/sign-in?reset";
            case PasswordResetResult.DeadLink dead -> answers.deadLink(page, response, PURPOSE);
            case PasswordResetResult.Invalid invalid -> {
                page.addAttribute("token", token);
                answers.refuse(page, response, invalid.faults());
                yield RESET;
            }
        };
    }
}
