package io.chodae.suppression;

import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;

/**
 * What a link to stop mails stands for.
 *
 * @param email the reader's
 * @param done whether its reader has asked for that already
 */
public record OptOutLink(CustomerId customer, EmailAddress email, boolean done) {}
