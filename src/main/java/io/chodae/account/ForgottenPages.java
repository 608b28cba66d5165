package io.chodae.account;

import io.chodae.identity.PasswordResetRequestResult;
import io.chodae.identity.PasswordResetResult;
import io.chodae.identity.RequestPasswordReset;
import io.chodae.identity.ResetPassword;
import io.chodae.shared.LinkToken;
import io.chodae.web.CarriedPath;
import io.chodae.web.CarriedPath.Detour;
import io.chodae.web.ContinuePath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A forgotten password: asking for the mail, and choosing a new one by its link. */
@Controller
class ForgottenPages {

    private static final String FORGOT = "account/forgot";
    private static final String RESET = "account/reset";
    private static final String PURPOSE = "reset";
    private static final String ONWARD = "onward";

    private final RequestPasswordReset requestPasswordReset;
    private final ResetPassword resetPassword;
    private final CarriedPath carriedPath;
    private final FormAnswers answers;

    ForgottenPages(
            RequestPasswordReset requestPasswordReset,
            ResetPassword resetPassword,
            CarriedPath carriedPath,
            FormAnswers answers) {
        this.carriedPath = carriedPath;
        this.requestPasswordReset = requestPasswordReset;
        this.resetPassword = resetPassword;
        this.answers = answers;
    }

    @GetMapping("/forgot")
    String forgot(HttpServletRequest request, Model page) {
        onward(request).ifPresent(path -> page.addAttribute(ONWARD, path));
        return request.getParameter("sent") == null ? FORGOT : "account/forgot-sent";
    }

    /** Where the person wanted to go waits in this browser; in the mail, anybody who asks could lead the reader. */
    @PostMapping("/forgot")
    String request(
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page,
            RedirectAttributes next) {
        page.addAttribute("email", email);
        Optional<String> onward = onward(request);
        onward.ifPresent(path -> page.addAttribute(ONWARD, path));
        return switch (requestPasswordReset.request(email)) {
            case PasswordResetRequestResult.Requested requested -> {
                onward.ifPresent(path -> {
                    carriedPath.keep(response, Detour.RESET, onward);
                    next.addAttribute(ContinuePath.PARAMETER, path);
                });
                yield "redirect:/forgot?sent";
            }
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
            HttpServletRequest request,
            HttpServletResponse response,
            Model page,
            RedirectAttributes next) {
        Optional<LinkToken> link = LinkToken.parse(token);
        if (link.isEmpty()) {
            return answers.deadLink(page, response, PURPOSE);
        }
        return switch (resetPassword.reset(link.get(), password)) {
            case PasswordResetResult.Changed changed -> changed(request, response, next);
            case PasswordResetResult.DeadLink dead -> answers.deadLink(page, response, PURPOSE);
            case PasswordResetResult.Invalid invalid -> {
                page.addAttribute("token", token);
                answers.refuse(page, response, invalid.faults());
                yield RESET;
            }
        };
    }

    /** The sign-in that stands on the way there says that the new password is set. */
    private String changed(HttpServletRequest request, HttpServletResponse response, RedirectAttributes next) {
        // a brace would be taken for a variable of the redirect
        Optional<String> onward =
                carriedPath.take(request, response, Detour.RESET).filter(path -> path.indexOf('{') < 0);
        if (onward.isPresent() && ContinuePath.opensWithoutSignIn(onward.get())) {
            next.addAttribute("reset", "");
            return "redirect:" + onward.get();
        }
        onward.ifPresent(path -> next.addAttribute(ContinuePath.PARAMETER, path));
        return "redirect:/sign-in?reset";
    }

    private static Optional<String> onward(HttpServletRequest request) {
        return ContinuePath.safe(request.getParameter(ContinuePath.PARAMETER));
    }
}
