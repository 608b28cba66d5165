package io.chodae.notice;

import io.chodae.directory.CustomerResumed;
import io.chodae.directory.CustomerSuspended;
import io.chodae.mail.CustomerMails;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Nothing goes out of a customer that was stopped; what waited goes out when it may go on. */
@Component
class HoldMailsOfStopped {

    private final CustomerMails mails;

    HoldMailsOfStopped(CustomerMails mails) {
        this.mails = mails;
    }

    @EventListener
    void on(CustomerSuspended suspended) {
        mails.hold(suspended.customer());
    }

    @EventListener
    void on(CustomerResumed resumed) {
        mails.release(resumed.customer());
    }
}
