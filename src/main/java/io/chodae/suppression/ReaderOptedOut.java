package io.chodae.suppression;

import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;

/** Somebody does not want mails of this customer any more, in the publishing transaction. */
public record ReaderOptedOut(CustomerId customer, EmailAddress email) {}
