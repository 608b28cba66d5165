package io.chodae.acceptance;

import io.chodae.acceptance.OpenedInvitation.Live;
import io.chodae.acceptance.OpenedInvitation.NotForYou;
import io.chodae.acceptance.OpenedInvitation.Over;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.identity.SignUp;
import io.chodae.identity.SignUpResult;
import io.chodae.invitation.NoteWentOn;
import io.chodae.shared.Language;
import io.chodae.web.SignInProviders;
import io.chodae.web.SignInSilently;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Sign in, or make an account with the invited address. The link came to that very address, so an account made here
 * needs no second verification mail.
 */
@Controller
class StartPage {

    private final OpenLink openLink;
    private final CurrentAccount currentAccount;
    private final Accounts accounts;
    private final SignUp signUp;
    private final SignInSilently signIn;
    private final Sentences sentences;
    private final SignInProviders providers;
    private final NoteWentOn noteWentOn;

    StartPage(
            OpenLink openLink,
            CurrentAccount currentAccount,
            Accounts accounts,
            SignUp signUp,
            SignInSilently signIn,
            Sentences sentences,
            SignInProviders providers,
            NoteWentOn noteWentOn) {
        this.openLink = openLink;
        this.currentAccount = currentAccount;
        this.accounts = accounts;
        this.signUp = signUp;
        this.signIn = signIn;
        this.sentences = sentences;
        this.providers = providers;
        this.noteWentOn = noteWentOn;
    }

    @GetMapping("/i/{token}/start")
    ModelAndView show(
            @PathVariable String token,
            @RequestParam(defaultValue = "false") boolean otherAccount,
            @RequestParam(required = false) @Nullable String reset) {
        Account account = currentAccount.get();
        return switch (openLink.open(token, account)) {
            case Live live ->
                account != null && !otherAccount
                        ? new ModelAndView("redirect:/i/" + token + "/confirm")
                        : form(live, live.view().inviteeName()).addObject("reset", reset != null);
            case Over over -> InvitationPage.ended(over);
            case NotForYou no -> InvitationPage.notForYou();
        };
    }

    @PostMapping("/i/{token}/sign-up")
    ModelAndView signUp(
            @PathVariable String token,
            @RequestParam String name,
            @RequestParam String password,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (openLink.open(token, currentAccount.get())) {
            case Live live -> {
                if (!live.view().offered()) {
                    yield InvitationPage.page("acceptance/invitation", live, null);
                }
                noteWentOn.note(live.token());
                SignUpResult result =
                        signUp.signUp(live.invitation().email().value(), name, password, Language.of(locale), true);
                yield switch (result) {
                    case SignUpResult.Created created -> {
                        signIn.signIn(created.account(), request, response);
                        yield new ModelAndView("redirect:/i/" + token + "/confirm");
                    }
                    case SignUpResult.AddressTaken taken -> new ModelAndView("redirect:/i/" + token + "/start");
                    case SignUpResult.TooMany tooMany -> {
                        ModelAndView page = form(live, name)
                                .addObject(
                                        "minutes",
                                        tooMany.pause().plusSeconds(59).toMinutes());
                        page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
                        yield page;
                    }
                    case SignUpResult.DomainLocked locked -> {
                        ModelAndView page = form(live, name)
                                .addObject("errors", sentences.locked(locked.organisation(), locked.contact(), locale));
                        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                        yield page;
                    }
                    case SignUpResult.Invalid invalid -> {
                        ModelAndView page =
                                form(live, name).addObject("errors", sentences.byField(invalid.faults(), locale));
                        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                        yield page;
                    }
                };
            }
            case Over over -> InvitationPage.ended(over);
            case NotForYou no -> InvitationPage.notForYou();
        };
    }

    private ModelAndView form(Live live, String name) {
        boolean known = accounts.findByEmail(live.invitation().email()).isPresent();
        return InvitationPage.onward(known ? "acceptance/sign-in" : "acceptance/sign-up", live, null)
                .addObject("name", name)
                .addObject("providers", providers.list());
    }
}
