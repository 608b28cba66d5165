/**
 * Takes mails from an outbox written in the business transaction to a relay, and keeps what became of each. Knows
 * nothing of what the mails are about: rooms that do write them when they are about to be sent. Nor does it know whom
 * not to write to, or who signs: it asks {@link io.chodae.mail.ClosedAddresses}, {@link io.chodae.mail.EnvelopeSenders}
 * and {@link io.chodae.mail.Signatures}, which rooms above it implement. May use the shared words.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package io.chodae.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
