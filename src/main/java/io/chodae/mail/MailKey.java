package io.chodae.mail;

import io.chodae.shared.CustomerId;

/** One mail of the outbox. */
public record MailKey(CustomerId customer, long mailId) {}
