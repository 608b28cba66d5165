package io.chodae.mail;

import java.time.Instant;

/**
 * A mail that this node has taken on.
 *
 * @param attempts how often it has been tried, this attempt included
 * @param triedSince when it was enqueued, or asked for again after it had failed
 * @param leasedUntil when the node is taken for dead and another may take the mail
 */
record Claimed(QueuedMail mail, int attempts, Instant triedSince, Instant leasedUntil) {}
