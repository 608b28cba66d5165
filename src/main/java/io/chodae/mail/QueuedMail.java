package io.chodae.mail;

import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import java.time.Instant;

/**
 * A mail of the outbox, about to be written and sent.
 *
 * @param messageId with its angle brackets; the same at every attempt
 * @param createdAt when it was enqueued; its {@code Date}, so that every attempt sends the same bytes
 */
public record QueuedMail(
        CustomerId customer,
        long mailId,
        String kind,
        long batchId,
        long subjectId,
        int subjectNumber,
        EmailAddress to,
        String toName,
        Language language,
        String messageId,
        Instant createdAt) {}
