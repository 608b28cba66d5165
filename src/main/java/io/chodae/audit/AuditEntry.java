package io.chodae.audit;

import java.time.Instant;

/**
 * A row of the audit trail about one subject.
 *
 * @param actor an address, or {@code system}
 */
public record AuditEntry(Instant at, String actor, String action) {}
