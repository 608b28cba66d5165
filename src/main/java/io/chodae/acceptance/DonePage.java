package io.chodae.acceptance;

import io.chodae.acceptance.OpenedInvitation.Ending;
import io.chodae.acceptance.OpenedInvitation.Live;
import io.chodae.acceptance.OpenedInvitation.NotForYou;
import io.chodae.acceptance.OpenedInvitation.Over;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What is usable now, and how to withdraw. Shown again at every visit to whoever accepted. */
@Controller
class DonePage {

    private final OpenLink openLink;
    private final CurrentAccount currentAccount;

    DonePage(OpenLink openLink, CurrentAccount currentAccount) {
        this.openLink = openLink;
        this.currentAccount = currentAccount;
    }

    @GetMapping("/i/{token}/done")
    ModelAndView show(@PathVariable String token) {
        return switch (openLink.open(token, currentAccount.get())) {
            case Over over ->
                over.ending() == Ending.ACCEPTED_BY_YOU
                        ? new ModelAndView("acceptance/done").addObject("invitation", over.view())
                        : InvitationPage.ended(over);
            case Live live -> new ModelAndView("redirect:/i/" + token);
            case NotForYou no -> InvitationPage.notForYou();
        };
    }
}
