package io.chodae.acceptance;

import io.chodae.capture.OpenTransfer;
import io.chodae.capture.OpenedTransfer;
import io.chodae.capture.OpenedTransfer.Ending;
import io.chodae.capture.OpenedTransfer.Live;
import io.chodae.capture.OpenedTransfer.Over;
import io.chodae.capture.OpenedTransfer.Unknown;
import io.chodae.capture.Transfer;
import io.chodae.shared.LinkToken;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of a transfer request have in common. */
@Component
class TransferView {

    private final OpenTransfer openTransfer;

    TransferView(OpenTransfer openTransfer) {
        this.openTransfer = openTransfer;
    }

    /** Reads only. */
    OpenedTransfer open(String token) {
        return LinkToken.parse(token).map(openTransfer::byToken).orElseGet(Unknown::new);
    }

    static ModelAndView page(String template, String token, Transfer transfer) {
        return new ModelAndView(template).addObject("transfer", transfer).addObject("path", "/t/" + token);
    }

    static ModelAndView onward(String token, String step) {
        return new ModelAndView("redirect:/t/" + token + step);
    }

    /** Says what became of a link that does nothing, and what its person can do. */
    static ModelAndView dead(String token, OpenedTransfer opened) {
        return switch (opened) {
            case Live live -> onward(token, "");
            case Over over -> ended(over);
            case Unknown unknown -> {
                ModelAndView page = new ModelAndView("acceptance/transfer-ended")
                        .addObject("ending", "UNKNOWN")
                        .addObject("publisher", "");
                page.setStatus(HttpStatus.NOT_FOUND);
                yield page;
            }
        };
    }

    private static ModelAndView ended(Over over) {
        Transfer transfer = over.transfer();
        ModelAndView page = new ModelAndView("acceptance/transfer-ended")
                .addObject("ending", over.ending().name())
                .addObject("accepted", over.ending() == Ending.ACCEPTED)
                .addObject("publisher", transfer == null ? "" : transfer.customerName())
                .addObject("contact", transfer == null ? "" : transfer.contact());
        page.setStatus(HttpStatus.GONE);
        return page;
    }
}
