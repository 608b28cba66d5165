package io.chodae.acceptance;

import io.chodae.bizkit.PlayAccess;
import io.chodae.directory.Account;
import io.chodae.identity.ProviderSetup;
import io.chodae.playclient.ExplainPlayRefusal;
import io.chodae.playclient.PlayRefusal;
import io.chodae.web.ContinuePath;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a person reads who may not use the Play that asked to sign them in. Asks afresh each time it is opened: whoever
 * may by now goes on to the Play.
 */
@Controller
class PlayRefusedPage {

    private final CurrentAccount currentAccount;
    private final ExplainPlayRefusal explain;

    PlayRefusedPage(CurrentAccount currentAccount, ExplainPlayRefusal explain) {
        this.currentAccount = currentAccount;
        this.explain = explain;
    }

    @GetMapping(ProviderSetup.REFUSED_PAGE)
    ModelAndView refused(@RequestParam(name = ProviderSetup.CONTINUE, defaultValue = "") String typed) {
        Account account = currentAccount.get();
        if (account == null) {
            throw new AccessDeniedException("members only");
        }
        PlayRequest request = ContinuePath.safe(typed).flatMap(PlayRequest::of).orElseThrow(PlayRefusedPage::unknown);
        PlayRefusal refusal = explain.explain(request.clientId(), account.id()).orElseThrow(PlayRefusedPage::unknown);
        PlayAccess.Refused why = refusal.refused();
        if (why == null) {
            return new ModelAndView("redirect:" + request.path());
        }
        ModelAndView page = new ModelAndView("acceptance/play-refused", HttpStatus.FORBIDDEN);
        page.addObject("play", refusal);
        page.addObject("icon", refusal.hasIcon() ? Icons.play(refusal.publisherId(), refusal.playId()) : null);
        page.addObject("reason", why.reason().name());
        page.addObject("ask", why.ask());
        page.addObject("account", account.email().value());
        page.addObject("onward", request.path());
        page.addObject("back", back(request, refusal).orElse(null));
        return page;
    }

    /** The Play is told only where it said it wants to be told, and by the person's own click. */
    private static Optional<String> back(PlayRequest request, PlayRefusal refusal) {
        return Optional.ofNullable(request.redirectUri())
                .filter(refusal.redirectUris()::contains)
                .map(address -> request.denied(address));
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
