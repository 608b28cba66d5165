package io.chodae.mail;

import java.time.Instant;

/** One of the mails about a subject, and when it was asked for. */
public record AskedMail(Instant askedAt, Delivery delivery) {}
