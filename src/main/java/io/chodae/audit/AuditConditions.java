package io.chodae.audit;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A query as conditions on {@code audit_event} and their parameters; only what is asked for stands in them. */
record AuditConditions(String sql, Map<String, Object> parameters) {

    static AuditConditions of(AuditQuery query, Optional<AuditPosition> after) {
        List<String> asked = new ArrayList<>();
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (!query.actor().isEmpty()) {
            // who asks for a person finds what programs did in their name too; the index is of the person
            String actor = query.actor().toLowerCase(Locale.ROOT);
            asked.add("lower(split_part(actor_label, ' · ', 1)) = :person");
            parameters.put("person", actor.split(Actor.BY, 2)[0]);
            if (actor.contains(Actor.BY)) {
                asked.add("lower(actor_label) = :actor");
                parameters.put("actor", actor);
            }
        }
        if (!query.action().isEmpty()) {
            asked.add("action = :action");
            parameters.put("action", query.action());
        }
        if (!query.subjectType().isEmpty()) {
            asked.add("subject_type = :subjectType and subject_id = :subjectId");
            parameters.put("subjectType", query.subjectType());
            parameters.put("subjectId", query.subjectId());
        }
        query.first().ifPresent(from -> {
            asked.add("at >= :from");
            parameters.put("from", Timestamp.from(from));
        });
        query.afterLast().ifPresent(until -> {
            asked.add("at < :until");
            parameters.put("until", Timestamp.from(until));
        });
        after.ifPresent(position -> {
            asked.add("(at, audit_id) < (:beforeAt, :beforeId)");
            parameters.put("beforeAt", Timestamp.from(position.at()));
            parameters.put("beforeId", position.id());
        });
        return new AuditConditions(asked.stream().map(one -> " and " + one).collect(Collectors.joining()), parameters);
    }
}
