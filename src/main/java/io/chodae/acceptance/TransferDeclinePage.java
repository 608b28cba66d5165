package io.chodae.acceptance;

import io.chodae.capture.DeclineTransfer;
import io.chodae.capture.OpenedTransfer;
import io.chodae.capture.OpenedTransfer.Live;
import io.chodae.capture.Transfer;
import io.chodae.directory.Account;
import io.chodae.invitation.DeclineInvitation;
import io.chodae.shared.LinkToken;
import io.chodae.shared.PlainText;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Keeping the account one's own needs no sign-in: the link and a deliberate click are enough. */
@Controller
class TransferDeclinePage {

    private final TransferView view;
    private final CurrentAccount currentAccount;
    private final DeclineTransfer declineTransfer;

    TransferDeclinePage(TransferView view, CurrentAccount currentAccount, DeclineTransfer declineTransfer) {
        this.view = view;
        this.currentAccount = currentAccount;
        this.declineTransfer = declineTransfer;
    }

    @GetMapping("/t/{token}/decline")
    ModelAndView ask(@PathVariable String token) {
        OpenedTransfer opened = view.open(token);
        return opened instanceof Live live ? form(token, live.transfer(), "") : TransferView.dead(token, opened);
    }

    @PostMapping("/t/{token}/decline")
    ModelAndView decline(@PathVariable String token, @RequestParam(defaultValue = "") String reason) {
        OpenedTransfer opened = view.open(token);
        Optional<LinkToken> link = LinkToken.parse(token);
        if (link.isEmpty() || !(opened instanceof Live live)) {
            return TransferView.dead(token, opened);
        }
        if (PlainText.length(PlainText.lines(reason)) > DeclineInvitation.MAX_REASON) {
            ModelAndView page = form(token, live.transfer(), reason).addObject("tooLong", DeclineInvitation.MAX_REASON);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        Account account = currentAccount.get();
        return declineTransfer.decline(link.get(), account == null ? null : account.id(), reason)
                ? TransferView.page("acceptance/transfer-declined", token, live.transfer())
                : TransferView.onward(token, "");
    }

    private static ModelAndView form(String token, Transfer transfer, String reason) {
        return TransferView.page("acceptance/transfer-decline", token, transfer).addObject("reason", reason);
    }
}
