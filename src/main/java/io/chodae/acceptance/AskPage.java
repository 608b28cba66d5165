package io.chodae.acceptance;

import io.chodae.invitation.AskForNewLink;
import io.chodae.shared.LinkToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Asks for a new link in place of one that is over. The answer is the same for every token, so that it tells nobody
 * whether there was ever an invitation.
 */
@Controller
class AskPage {

    private final AskForNewLink askForNewLink;

    AskPage(AskForNewLink askForNewLink) {
        this.askForNewLink = askForNewLink;
    }

    @PostMapping("/i/{token}/ask")
    ModelAndView ask(@PathVariable String token) {
        LinkToken.parse(token).ifPresent(askForNewLink::ask);
        return new ModelAndView("acceptance/asked");
    }
}
