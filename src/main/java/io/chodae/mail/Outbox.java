package io.chodae.mail;

import java.util.List;
import org.springframework.stereotype.Component;

/** Takes mails in the caller's transaction: they are sent after its commit, or never where it rolls back. */
@Component
public class Outbox {

    /**
     * Enqueues many mails by one statement and wakes the delivery once the transaction has committed. A mail that was
     * enqueued before (same customer, kind, subject and subject number) is not enqueued again.
     */
    public void enqueue(List<MailRequest> requests) {
        throw new UnsupportedOperationException();
    }
}
