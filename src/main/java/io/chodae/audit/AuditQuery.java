package io.chodae.audit;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What part of the trail to read; an empty text or a null asks for everything. Texts are compared as a whole, without
 * regard to case: each is found by an index of its own.
 *
 * @param actor an address, also of whomever programs acted for; with {@link Actor#BY} and the program's name, what that
 *     program did alone; or {@code system}
 * @param subject an address or a name in the details
 * @param subjectType together with the next: one very thing
 * @param from the first moment
 * @param until the moment after the last
 */
public record AuditQuery(
        String actor,
        String subject,
        String action,
        String subjectType,
        String subjectId,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** The whole trail. */
    public static AuditQuery all() {
        return new AuditQuery("", "", "", "", "", null, null);
    }

    Optional<Instant> first() {
        return Optional.ofNullable(from);
    }

    Optional<Instant> afterLast() {
        return Optional.ofNullable(until);
    }
}
