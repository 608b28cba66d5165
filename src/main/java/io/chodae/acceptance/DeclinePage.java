package io.chodae.acceptance;

import io.chodae.acceptance.OpenedInvitation.Live;
import io.chodae.acceptance.OpenedInvitation.NotForYou;
import io.chodae.acceptance.OpenedInvitation.Over;
import io.chodae.directory.Account;
import io.chodae.invitation.DeclineInvitation;
import io.chodae.invitation.DeclineResult;
import io.chodae.shared.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Saying no needs no account: the link and a deliberate click are enough. */
@Controller
class DeclinePage {

    private final OpenLink openLink;
    private final CurrentAccount currentAccount;
    private final DeclineInvitation declineInvitation;

    DeclinePage(OpenLink openLink, CurrentAccount currentAccount, DeclineInvitation declineInvitation) {
        this.openLink = openLink;
        this.currentAccount = currentAccount;
        this.declineInvitation = declineInvitation;
    }

    @GetMapping("/i/{token}/decline")
    ModelAndView ask(@PathVariable String token) {
        Account account = currentAccount.get();
        return switch (openLink.open(token, account)) {
            case Live live -> form(live, account, "");
            case Over over -> InvitationPage.ended(over);
            case NotForYou no -> InvitationPage.notForYou();
        };
    }

    @PostMapping("/i/{token}/decline")
    ModelAndView decline(@PathVariable String token, @RequestParam(defaultValue = "") String reason) {
        Account account = currentAccount.get();
        return switch (openLink.open(token, account)) {
            case Live live ->
                // browsers send two characters for the end of a line; what counts is what will be kept
                PlainText.length(PlainText.lines(reason)) > DeclineInvitation.MAX_REASON
                        ? tooLong(live, account, reason)
                        : declined(token, live, account, reason);
            case Over over -> InvitationPage.ended(over);
            case NotForYou no -> InvitationPage.notForYou();
        };
    }

    private ModelAndView declined(String token, Live live, @Nullable Account account, String reason) {
        DeclineResult result = declineInvitation.decline(
                live.token(), account == null ? null : account.id(), reason.isBlank() ? null : reason);
        return switch (result) {
            case DeclineResult.Declined declined ->
                new ModelAndView("acceptance/declined").addObject("invitation", live.view());
            case DeclineResult.Refused refused -> new ModelAndView("redirect:/i/" + token);
        };
    }

    private static ModelAndView tooLong(Live live, @Nullable Account account, String reason) {
        ModelAndView page = form(live, account, reason).addObject("tooLong", DeclineInvitation.MAX_REASON);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView form(Live live, @Nullable Account account, String reason) {
        return InvitationPage.page("acceptance/decline", live, account).addObject("reason", reason);
    }
}
