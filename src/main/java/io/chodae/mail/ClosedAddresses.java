package io.chodae.mail;

import java.util.List;

/** Whom a customer does not write to. Implemented by the room that keeps the list. */
public interface ClosedAddresses {

    /**
     * SQL for why a customer does not write to an address: null where it does. A part of the statement that claims
     * mails, so that asking costs none of its own, and nothing can come between the question and the claim.
     *
     * @param customer SQL for the number of a customer
     * @param emailKey SQL for the match key of an address
     */
    String reason(String customer, String emailKey);

    /** One short English sentence for such a reason, as what became of a mail. */
    String words(String reason);

    /** Servers said for good that they do not know these addresses. In the caller's transaction. */
    void bounced(List<Bounce> bounces);
}
