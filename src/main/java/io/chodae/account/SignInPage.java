package io.chodae.account;

import io.chodae.directory.DomainLocks;
import io.chodae.web.ContinuePath;
import io.chodae.web.SignInProviders;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The sign-in page. It is shown to people who are signed in too: somebody whose account was closed still has a
 * session, and would be sent around in circles.
 */
@Controller
class SignInPage {

    private static final Set<String> FAULTS =
            Set.of("credentials", "provider", "provider-no-address", "provider-address-taken");
    private static final String LOCKED = "domain-locked";
    private static final long LONGEST_PAUSE = 86_400;

    private final SignInProviders providers;
    private final DomainLocks locks;
    private final FormAnswers answers;

    SignInPage(SignInProviders providers, DomainLocks locks, FormAnswers answers) {
        this.providers = providers;
        this.locks = locks;
        this.answers = answers;
    }

    @GetMapping("/sign-in")
    String show(HttpServletRequest request, Model page) {
        page.addAttribute("providers", providers.list());
        ContinuePath.safe(request.getParameter(ContinuePath.PARAMETER))
                .ifPresent(path -> page.addAttribute("onward", path));
        problem(request).ifPresent(text -> page.addAttribute("problem", text));
        if (request.getParameter("signed-out") != null) {
            page.addAttribute("news", answers.text("account.sign-in.signed-out"));
        } else if (request.getParameter("deleted") != null) {
            page.addAttribute("news", answers.text("managed.delete.done"));
        } else if (request.getParameter("reset") != null) {
            page.addAttribute("news", answers.text("account.sign-in.reset"));
        }
        return "account/sign-in";
    }

    private Optional<String> problem(HttpServletRequest request) {
        String fault = request.getParameter("fault");
        if ("paused".equals(fault)) {
            return Optional.of(answers.pauseText(Duration.ofSeconds(seconds(request.getParameter("seconds")))));
        }
        if (LOCKED.equals(fault)) {
            return Optional.ofNullable(request.getParameter("domain"))
                    .flatMap(locks::contactFor)
                    .map(lock -> answers.lockedText(lock.customerName(), lock.contact()));
        }
        return fault != null && FAULTS.contains(fault)
                ? Optional.of(answers.text("identity.sign-in." + fault))
                : Optional.empty();
    }

    /** Anybody can write an address: what is no sensible number counts as a minute. */
    private static long seconds(@Nullable String typed) {
        if (typed == null || !typed.matches("[0-9]{1,6}")) {
            return 60;
        }
        return Math.clamp(Long.parseLong(typed), 1, LONGEST_PAUSE);
    }
}
