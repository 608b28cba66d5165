package io.chodae.audit;

import java.time.Instant;
import java.util.Map;

/**
 * One thing that happened to a subject.
 *
 * @param actor as written then: an address or {@code system}
 * @param action past tense with its room, such as {@code user.moved}
 */
public record AuditLine(Instant at, String actor, String action, Map<String, String> details) {

    public AuditLine {
        details = Map.copyOf(details);
    }
}
