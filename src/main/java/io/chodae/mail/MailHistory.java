package io.chodae.mail;

import java.time.Instant;

/**
 * One of the mails about a subject.
 *
 * @param createdAt when it was asked for
 */
public record MailHistory(Instant createdAt, Delivery delivery) {}
