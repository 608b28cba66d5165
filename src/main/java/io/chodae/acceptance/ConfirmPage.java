package io.chodae.acceptance;

import io.chodae.acceptance.OpenedInvitation.Live;
import io.chodae.acceptance.OpenedInvitation.NotForYou;
import io.chodae.acceptance.OpenedInvitation.Over;
import io.chodae.directory.Account;
import io.chodae.invitation.AcceptInvitation;
import io.chodae.invitation.AcceptResult;
import io.chodae.invitation.Refusal;
import io.chodae.shared.LinkToken;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows who is signed in beside whom the invitation names, and takes the one click that accepts. */
@Controller
class ConfirmPage {

    private final OpenLink openLink;
    private final CurrentAccount currentAccount;
    private final AcceptInvitation acceptInvitation;

    ConfirmPage(OpenLink openLink, CurrentAccount currentAccount, AcceptInvitation acceptInvitation) {
        this.openLink = openLink;
        this.currentAccount = currentAccount;
        this.acceptInvitation = acceptInvitation;
    }

    @GetMapping("/i/{token}/confirm")
    ModelAndView show(@PathVariable String token) {
        Account account = currentAccount.get();
        if (account == null) {
            return new ModelAndView("redirect:/i/" + token + "/start");
        }
        return switch (openLink.open(token, account)) {
            case Live live -> confirm(live, account);
            case Over over -> afterwards(token, over);
            case NotForYou no -> InvitationPage.notForYou();
        };
    }

    @PostMapping("/i/{token}/accept")
    ModelAndView accept(@PathVariable String token) {
        Account account = currentAccount.get();
        if (account == null) {
            return new ModelAndView("redirect:/i/" + token + "/start");
        }
        Optional<LinkToken> link = LinkToken.parse(token);
        if (link.isEmpty()) {
            return InvitationPage.notForYou();
        }
        AcceptResult result =
                acceptInvitation.accept(link.get(), account.id(), account.email(), account.emailVerified());
        return switch (result) {
            case AcceptResult.Accepted accepted -> done(token);
            case AcceptResult.Refused refused -> refused(token, account, refused.reason());
        };
    }

    private ModelAndView refused(String token, Account account, Refusal reason) {
        if (reason == Refusal.ALREADY_ACCEPTED_BY_YOU) {
            return done(token);
        }
        return switch (openLink.open(token, account)) {
            case Live live -> {
                ModelAndView page = confirm(live, account).addObject("refusal", reason.name());
                page.setStatus(HttpStatus.CONFLICT);
                yield page;
            }
            case Over over -> afterwards(token, over);
            case NotForYou no -> InvitationPage.notForYou();
        };
    }

    private static ModelAndView confirm(Live live, Account account) {
        boolean same = account.email().key().equals(live.invitation().email().key());
        return InvitationPage.onward("acceptance/confirm", live, account)
                .addObject("sameAddress", same)
                .addObject("mustSwitch", live.view().ownAddressOnly() && !same);
    }

    private static ModelAndView afterwards(String token, Over over) {
        return over.ending() == OpenedInvitation.Ending.ACCEPTED_BY_YOU ? done(token) : InvitationPage.ended(over);
    }

    private static ModelAndView done(String token) {
        return new ModelAndView("redirect:/i/" + token + "/done");
    }
}
