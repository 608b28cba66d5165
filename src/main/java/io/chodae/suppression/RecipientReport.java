package io.chodae.suppression;

import io.chodae.mail.EnhancedStatus;
import java.util.List;

/**
 * What a delivery report (RFC 3464) says of one recipient.
 *
 * @param recipients match keys of the address as it was written to and as it was delivered to, those that are known
 * @param status with an action of {@link Action#FAILED}, 4.x means that a server gave up trying
 * @param words the server's own, one line
 */
record RecipientReport(List<String> recipients, Action action, EnhancedStatus status, String words) {

    /** RFC 3464, 2.3.3. */
    enum Action {
        FAILED,
        DELAYED,
        DELIVERED,
        RELAYED,
        EXPANDED
    }

    RecipientReport {
        recipients = List.copyOf(recipients);
    }

    boolean isAbout(String emailKey) {
        return recipients.contains(emailKey);
    }
}
