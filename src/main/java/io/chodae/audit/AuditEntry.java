package io.chodae.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail.
 *
 * @param actor an address, or {@code system} for the server itself
 * @param details flat facts, as the use case wrote them
 * @param remoteAddr the network address of whoever called; null where nobody did, as for a timer
 */
public record AuditEntry(
        long id,
        Instant at,
        String actor,
        String action,
        String subjectType,
        String subjectId,
        Map<String, String> details,
        @Nullable String remoteAddr) {}
