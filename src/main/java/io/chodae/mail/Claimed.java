package io.chodae.mail;

import java.time.Instant;

/**
 * A mail that this node has taken on.
 *
 * @param attempts how often it has been tried, this attempt included
 * @param triedSince when it was enqueued, or asked for again after it had failed
 */
record Claimed(QueuedMail mail, int attempts, Instant triedSince) {}
