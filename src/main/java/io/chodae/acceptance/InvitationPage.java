package io.chodae.acceptance;

import io.chodae.acceptance.OpenedInvitation.Live;
import io.chodae.acceptance.OpenedInvitation.NotForYou;
import io.chodae.acceptance.OpenedInvitation.Over;
import io.chodae.directory.Account;
import io.chodae.invitation.NoteWentOn;
import io.chodae.shared.LinkToken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where the mail's link leads. Looking at it, by a person or by a mail scanner with a whole browser, uses nothing up.
 */
@Controller
class InvitationPage {

    private final OpenLink openLink;
    private final CurrentAccount currentAccount;
    private final NoteWentOn noteWentOn;

    InvitationPage(OpenLink openLink, CurrentAccount currentAccount, NoteWentOn noteWentOn) {
        this.openLink = openLink;
        this.currentAccount = currentAccount;
        this.noteWentOn = noteWentOn;
    }

    @GetMapping("/i/{token}")
    ModelAndView show(@PathVariable String token) {
        Account account = currentAccount.get();
        return switch (openLink.open(token, account)) {
            case Live live -> page("acceptance/invitation", live, account);
            case Over over -> ended(over);
            case NotForYou no -> notForYou();
        };
    }

    /** A press of the button, which scanners do not do; the way on is the same for whoever comes without it. */
    @PostMapping("/i/{token}/continue")
    ModelAndView goOn(@PathVariable String token) {
        return switch (openLink.open(token, currentAccount.get())) {
            case Live live -> {
                noteWentOn.note(live.token());
                yield new ModelAndView("redirect:/i/" + token + "/confirm");
            }
            case Over over -> ended(over);
            case NotForYou no -> notForYou();
        };
    }

    /** The link of a preview or a sample mail: says that it is one. */
    @GetMapping("/i/preview")
    ModelAndView preview() {
        return new ModelAndView("acceptance/preview");
    }

    /** A page on the way to accepting; the invitation itself, which says so, where there is nothing to accept. */
    static ModelAndView onward(String template, Live live, @Nullable Account account) {
        return page(live.view().offered() ? template : "acceptance/invitation", live, account);
    }

    static ModelAndView page(String template, Live live, @Nullable Account account) {
        return new ModelAndView(template)
                .addObject("invitation", live.view())
                .addObject("path", "/i/" + live.token().reveal())
                .addObject("account", account);
    }

    static ModelAndView ended(Over over) {
        boolean renewable = switch (over.ending()) {
            case EXPIRED, DECLINED, SUPERSEDED -> true;
            case CANCELED, ACCEPTED_BY_YOU, LEFT, ACCEPTED_BY_OTHER -> false;
        };
        ModelAndView page = new ModelAndView("acceptance/ended")
                .addObject("invitation", over.view())
                .addObject("ending", over.ending().name())
                .addObject("ask", renewable ? askPath() : null);
        page.setStatus(HttpStatus.GONE);
        return page;
    }

    static ModelAndView notForYou() {
        ModelAndView page = new ModelAndView("acceptance/not-usable")
                .addObject("here", here())
                .addObject("ask", askPath());
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    private static String here() {
        String path =
                ServletUriComponentsBuilder.fromCurrentRequestUri().build().getPath();
        return path == null ? "/" : path;
    }

    /** Where a new link is asked for; null where the address holds nothing that could be a token. */
    private static @Nullable String askPath() {
        String[] parts = here().split("/", 4);
        return parts.length > 2 && LinkToken.parse(parts[2]).isPresent() ? "/i/" + parts[2] + "/ask" : null;
    }
}
