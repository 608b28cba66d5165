/**
 * Takes mails from an outbox written in the business transaction to a relay, and keeps what became of each. Knows
 * nothing of what the mails are about: rooms that do write them when they are about to be sent. May use the shared
 * words, the audit trail and the name servers.
 */
@ApplicationModule(allowedDependencies = {"dns", "shared", "audit"})
@NullMarked
package io.chodae.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
