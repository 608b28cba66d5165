package io.chodae.notice;

import io.chodae.mail.QueuedMail;
import io.chodae.shared.CustomerId;

/** Mails of the server itself that are about working for a customer: their batch names it. */
final class HouseMail {

    private HouseMail() {}

    /** Whom it is about. Mails that an older server enqueued were the customer's own. */
    static CustomerId about(QueuedMail mail) {
        return mail.customer().equals(CustomerId.HOUSE) ? new CustomerId(mail.batchId()) : mail.customer();
    }
}
