package io.chodae.capture;

import io.chodae.shared.CustomerId;
import java.util.List;

/**
 * Requests that nobody has answered, in the publishing transaction; a mail has to say so to each of these, with the link
 * that is out already.
 *
 * @param kind {@link TransferMails#REMINDER} or {@link TransferMails#NOTICE}
 */
public record TransfersFollowedUp(CustomerId customer, String kind, List<TransferFollowUp> mails) {

    public TransfersFollowedUp {
        mails = List.copyOf(mails);
    }
}
