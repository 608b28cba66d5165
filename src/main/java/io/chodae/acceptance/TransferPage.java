package io.chodae.acceptance;

import io.chodae.capture.AcceptTransfer;
import io.chodae.capture.OpenedTransfer;
import io.chodae.capture.OpenedTransfer.Ending;
import io.chodae.capture.OpenedTransfer.Live;
import io.chodae.capture.OpenedTransfer.Over;
import io.chodae.capture.Transfer;
import io.chodae.capture.TransferResult;
import io.chodae.directory.Account;
import io.chodae.shared.LinkToken;
import io.chodae.web.SignInProviders;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the mail about a transfer leads: what is asked, sign in as that very account, tick, accept. Looking at any of
 * it changes nothing.
 */
@Controller
class TransferPage {

    private final TransferView view;
    private final CurrentAccount currentAccount;
    private final AcceptTransfer acceptTransfer;
    private final SignInProviders providers;

    TransferPage(
            TransferView view,
            CurrentAccount currentAccount,
            AcceptTransfer acceptTransfer,
            SignInProviders providers) {
        this.view = view;
        this.currentAccount = currentAccount;
        this.acceptTransfer = acceptTransfer;
        this.providers = providers;
    }

    @GetMapping("/t/{token}")
    ModelAndView show(@PathVariable String token) {
        OpenedTransfer opened = view.open(token);
        return opened instanceof Live live
                ? TransferView.page("acceptance/transfer", token, live.transfer())
                : TransferView.dead(token, opened);
    }

    @GetMapping("/t/{token}/start")
    ModelAndView start(@PathVariable String token, @RequestParam(required = false) @Nullable String reset) {
        OpenedTransfer opened = view.open(token);
        if (!(opened instanceof Live live)) {
            return TransferView.dead(token, opened);
        }
        return currentAccount.get() != null
                ? TransferView.onward(token, "/confirm")
                : TransferView.page("acceptance/transfer-sign-in", token, live.transfer())
                        .addObject("reset", reset != null)
                        .addObject("providers", providers.list());
    }

    @GetMapping("/t/{token}/confirm")
    ModelAndView confirm(@PathVariable String token) {
        OpenedTransfer opened = view.open(token);
        Account account = currentAccount.get();
        if (!(opened instanceof Live live)) {
            return TransferView.dead(token, opened);
        }
        return account == null ? TransferView.onward(token, "/start") : confirm(token, live.transfer(), account);
    }

    /** @param agreed the tick; without it the page asks again */
    @PostMapping("/t/{token}/accept")
    ModelAndView accept(@PathVariable String token, @RequestParam(defaultValue = "false") boolean agreed) {
        Account account = currentAccount.get();
        Optional<LinkToken> link = LinkToken.parse(token);
        OpenedTransfer opened = view.open(token);
        if (account == null && opened instanceof Live) {
            return TransferView.onward(token, "/start");
        }
        if (account == null || link.isEmpty()) {
            return TransferView.dead(token, opened);
        }
        if (opened instanceof Live live && !agreed) {
            ModelAndView page = confirm(token, live.transfer(), account).addObject("untold", true);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return switch (acceptTransfer.accept(link.get(), account.id())) {
            case TransferResult.Accepted accepted -> TransferView.onward(token, "/done");
            case TransferResult.OtherAccount other -> TransferView.onward(token, "/confirm");
            case TransferResult.Refused refused ->
                own(refused.now(), account)
                        ? TransferView.onward(token, "/done")
                        : TransferView.dead(token, refused.now());
        };
    }

    @GetMapping("/t/{token}/done")
    ModelAndView done(@PathVariable String token) {
        OpenedTransfer opened = view.open(token);
        return opened instanceof Over over && own(over, currentAccount.get())
                ? new ModelAndView("acceptance/transfer-done").addObject("transfer", over.transfer())
                : TransferView.dead(token, opened);
    }

    private static ModelAndView confirm(String token, Transfer transfer, Account account) {
        return TransferView.page("acceptance/transfer-confirm", token, transfer)
                .addObject("account", account)
                .addObject("sameAccount", account.id().equals(transfer.account()));
    }

    /** Whether it is this account that accepted: a second press of the button sees what the first one did. */
    private static boolean own(OpenedTransfer opened, @Nullable Account account) {
        return opened instanceof Over over
                && over.ending() == Ending.ACCEPTED
                && over.transfer() != null
                && account != null
                && account.id().equals(over.transfer().account());
    }
}
