package io.chodae.sender;

import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;

/** Which address a customer's mails come from. */
@FunctionalInterface
public interface SendingAddresses {

    /** The customer's own address where its key is published, else the server's. */
    EmailAddress from(CustomerId customer);
}
