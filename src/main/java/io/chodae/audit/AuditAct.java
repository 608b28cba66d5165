package io.chodae.audit;

import java.time.Instant;

/**
 * What somebody did to one subject, without its details.
 *
 * @param actor an address, or {@code system}
 */
public record AuditAct(Instant at, String actor, String action) {}
