package io.chodae.scim;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Looks into JSON objects by names without regard to case (RFC 7643, 2.1). */
final class Fields {

    private Fields() {}

    static Optional<JsonNode> find(ObjectNode object, String name) {
        return object.properties().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Null, an empty array and an empty text are what is not there (RFC 7643, 2.5). */
    static boolean isUnassigned(JsonNode value) {
        return value.isNull() || (value.isArray() && value.isEmpty());
    }

    /** Whether a message says that it is of this schema. A message that names none is taken for what it should be. */
    static boolean claims(ObjectNode body, String schema) {
        Optional<JsonNode> schemas = find(body, "schemas").filter(node -> !isUnassigned(node));
        return schemas.map(found ->
                        found.valueStream().anyMatch(one -> one.asString("").equalsIgnoreCase(schema)))
                .orElse(true);
    }
}
