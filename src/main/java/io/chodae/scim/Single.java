package io.chodae.scim;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A single value that was wrapped up as if it were one of several: {@code [{"value": "False"}]}, as older clients do. */
final class Single {

    private Single() {}

    static JsonNode of(JsonNode given) {
        JsonNode value = given.isArray() && given.size() == 1 ? given.get(0) : given;
        Optional<JsonNode> inner = value instanceof ObjectNode object ? Fields.find(object, "value") : Optional.empty();
        return inner.orElse(value);
    }
}
