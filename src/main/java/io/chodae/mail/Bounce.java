package io.chodae.mail;

import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;

/**
 * What a server said for good about an address that was written to.
 *
 * @param reply its words, one line
 */
public record Bounce(CustomerId customer, EmailAddress to, String reply) {

    static Bounce of(QueuedMail mail, String reply) {
        return new Bounce(mail.customer(), mail.to(), reply);
    }
}
