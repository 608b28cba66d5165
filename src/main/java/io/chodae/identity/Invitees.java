package io.chodae.identity;

import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;

/** What sign-up on a locked domain asks the room that knows who is invited. */
public interface Invitees {

    /** Whether an invitation of this customer is out to this address, and still stands. */
    boolean isInvited(CustomerId customer, EmailAddress email);
}
