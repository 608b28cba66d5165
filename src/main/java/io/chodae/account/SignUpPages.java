package io.chodae.account;

import io.chodae.directory.Account;
import io.chodae.identity.FormFault;
import io.chodae.identity.SignUp;
import io.chodae.identity.SignUpResult;
import io.chodae.identity.VerificationRequestResult;
import io.chodae.identity.VerifyEmail;
import io.chodae.shared.Language;
import io.chodae.web.AfterSignIn;
import io.chodae.web.ContinuePath;
import io.chodae.web.CurrentMember;
import io.chodae.web.SignInSilently;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Making an account, and the page after it that asks to look into the mail. */
@Controller
class SignUpPages {

    private static final String FORM = "account/sign-up";
    private static final String MAIL = "account/check-mail";
    private static final String ONWARD = "onward";

    private final SignUp signUp;
    private final VerifyEmail verifyEmail;
    private final SignInSilently signInSilently;
    private final AfterSignIn afterSignIn;
    private final FormAnswers answers;

    SignUpPages(
            SignUp signUp,
            VerifyEmail verifyEmail,
            SignInSilently signInSilently,
            AfterSignIn afterSignIn,
            FormAnswers answers) {
        this.signUp = signUp;
        this.verifyEmail = verifyEmail;
        this.signInSilently = signInSilently;
        this.afterSignIn = afterSignIn;
        this.answers = answers;
    }

    @GetMapping("/sign-up")
    String form(HttpServletRequest request, Model page) {
        onward(request).ifPresent(path -> page.addAttribute(ONWARD, path));
        return FORM;
    }

    @PostMapping("/sign-up")
    String signUp(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page,
            RedirectAttributes next) {
        SignUpResult result = signUp.signUp(email, name, password, Language.of(locale), false);
        if (result instanceof SignUpResult.Created created) {
            signInSilently.signIn(created.account(), request, response);
            next.addAttribute(ContinuePath.PARAMETER, afterSignIn.target(request, response, created.account()));
            return "redirect:/me/mail";
        }
        page.addAttribute("name", name);
        page.addAttribute("email", email);
        onward(request).ifPresent(path -> page.addAttribute(ONWARD, path));
        switch (result) {
            case SignUpResult.Created created -> throw new IllegalStateException("answered above");
            case SignUpResult.AddressTaken taken ->
                answers.refuse(
                        page, response, List.of(new FormFault("email", "identity.fault.email.taken", List.of())));
            case SignUpResult.DomainLocked locked -> answers.locked(page, response, locked);
            case SignUpResult.Invalid invalid -> answers.refuse(page, response, invalid.faults());
            case SignUpResult.TooMany tooMany -> answers.pause(page, response, tooMany.pause());
        }
        return FORM;
    }

    @GetMapping("/me/mail")
    String checkMail(@CurrentMember Account member, HttpServletRequest request, Model page) {
        if (member.emailVerified()) {
            // a brace would be taken for a variable of the redirect
            return "redirect:"
                    + onward(request).filter(path -> path.indexOf('{') < 0).orElse("/me");
        }
        page.addAttribute("email", member.email().value());
        onward(request).ifPresent(path -> page.addAttribute(ONWARD, path));
        return MAIL;
    }

    @PostMapping("/me/mail")
    String sendAgain(
            @CurrentMember Account member,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page,
            RedirectAttributes next) {
        VerificationRequestResult result = verifyEmail.sendAgain(member.id());
        if (result instanceof VerificationRequestResult.TooMany tooMany) {
            answers.pause(page, response, tooMany.pause());
            return checkMail(member, request, page);
        }
        if (result instanceof VerificationRequestResult.Requested) {
            next.addFlashAttribute("flash", FormAnswers.success("account.mail.sent"));
        }
        onward(request).ifPresent(path -> next.addAttribute(ContinuePath.PARAMETER, path));
        return "redirect:/me/mail";
    }

    private static Optional<String> onward(HttpServletRequest request) {
        return ContinuePath.safe(request.getParameter(ContinuePath.PARAMETER));
    }
}
