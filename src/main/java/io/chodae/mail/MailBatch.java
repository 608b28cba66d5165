package io.chodae.mail;

import io.chodae.shared.CustomerId;

/** The mails of one kind that a customer counts together, such as the invitations of one offer. */
public record MailBatch(CustomerId customer, String kind, long batchId) {}
