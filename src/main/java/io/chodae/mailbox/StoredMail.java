package io.chodae.mailbox;

import java.time.Instant;
import java.util.List;

/**
 * A mail of the mailbox as its API tells it.
 *
 * @param id grows with every mail
 * @param to the envelope's recipient
 * @param links every http(s) address of the text part, in order
 */
public record StoredMail(
        long id, String to, String from, String subject, Instant date, String text, String html, List<String> links) {}
