package io.chodae.account;

import io.chodae.identity.SetUpFirstAdministrator;
import io.chodae.identity.SetUpFirstAdministrator.SetUpForm;
import io.chodae.identity.SetUpResult;
import io.chodae.shared.Language;
import io.chodae.shared.LinkToken;
import io.chodae.web.SignInSilently;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one-time link of the log: the first publisher and who runs its console. */
@Controller
class SetUpPages {

    private static final String FORM = "account/set-up";
    private static final String PURPOSE = "setup";

    private final SetUpFirstAdministrator setUp;
    private final SignInSilently signInSilently;
    private final FormAnswers answers;

    SetUpPages(SetUpFirstAdministrator setUp, SignInSilently signInSilently, FormAnswers answers) {
        this.setUp = setUp;
        this.signInSilently = signInSilently;
        this.answers = answers;
    }

    @GetMapping("/setup/{token}")
    String form(@PathVariable String token, HttpServletResponse response, Model page) {
        page.addAttribute("token", token);
        return LinkToken.parse(token).filter(setUp::isAlive).isPresent()
                ? FORM
                : answers.deadLink(page, response, PURPOSE);
    }

    @PostMapping("/setup/{token}")
    String setUp(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String publisher,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        Optional<LinkToken> link = LinkToken.parse(token);
        if (link.isEmpty()) {
            return answers.deadLink(page, response, PURPOSE);
        }
        SetUpForm typed = new SetUpForm(publisher, name, email, password, Language.of(locale));
        return switch (setUp.setUp(link.get(), typed)) {
            case SetUpResult.Done done -> {
                signInSilently.signIn(done.account(), request, response);
                yield "redirect:/console";
            }
            case SetUpResult.DeadLink dead -> answers.deadLink(page, response, PURPOSE);
            case SetUpResult.Invalid invalid -> {
                page.addAttribute("token", token);
                page.addAttribute("publisher", publisher);
                page.addAttribute("name", name);
                page.addAttribute("email", email);
                answers.refuse(page, response, invalid.faults());
                yield FORM;
            }
        };
    }
}
