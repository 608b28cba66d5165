package io.chodae.acceptance;

import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import io.chodae.shared.LinkToken;
import io.chodae.suppression.OptOut;
import io.chodae.suppression.OptOutLink;
import io.chodae.suppression.OptOuts;
import io.chodae.suppression.TakeBackOptOut;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a reader stops a publisher's mails, by a click on this page or by one in the mail program (RFC 8058). Looking
 * at it changes nothing, however it is opened.
 */
@Controller
class StopMailsPage {

    private final OptOuts links;
    private final OptOut optOut;
    private final TakeBackOptOut takeBack;
    private final Customers customers;

    StopMailsPage(OptOuts links, OptOut optOut, TakeBackOptOut takeBack, Customers customers) {
        this.links = links;
        this.optOut = optOut;
        this.takeBack = takeBack;
        this.customers = customers;
    }

    @GetMapping("/u/{token}")
    ModelAndView ask(@PathVariable String token) {
        return LinkToken.parse(token)
                .flatMap(links::open)
                .flatMap(link -> page(link.done() ? "acceptance/mails-stopped" : "acceptance/stop-mails", link, token))
                .orElseGet(StopMailsPage::unknown);
    }

    /** The link of a preview or a sample mail: says that it is one. */
    @GetMapping("/u/preview")
    ModelAndView preview() {
        return new ModelAndView("acceptance/preview");
    }

    /** From the page with its form's token, or from a mail program with the body that RFC 8058 says and nothing else. */
    @PostMapping("/u/{token}")
    ModelAndView stop(@PathVariable String token) {
        return LinkToken.parse(token)
                .flatMap(optOut::optOut)
                .flatMap(link -> page("acceptance/mails-stopped", link, token))
                .orElseGet(StopMailsPage::unknown);
    }

    /** Who pressed by mistake, or changed their mind, needs nobody's help. */
    @PostMapping("/u/{token}/again")
    ModelAndView again(@PathVariable String token) {
        return LinkToken.parse(token)
                .flatMap(takeBack::takeBack)
                .map(link -> new ModelAndView("redirect:/u/" + token))
                .orElseGet(StopMailsPage::unknown);
    }

    private Optional<ModelAndView> page(String template, OptOutLink link, String token) {
        return customers
                .find(link.customer())
                .map(Customer::name)
                .map(publisher -> new ModelAndView(template)
                        .addObject("path", "/u/" + token)
                        .addObject("publisher", publisher)
                        .addObject("email", link.email().value()));
    }

    private static ModelAndView unknown() {
        ModelAndView page = new ModelAndView("acceptance/stop-unknown");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }
}
