package io.chodae.scim;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Of several addresses the one that counts: the primary one, else that of work, else the first. */
final class PrimaryEmail {

    private PrimaryEmail() {}

    /** @param emails a list, or a single one without it */
    static Optional<JsonNode> of(JsonNode emails) {
        List<JsonNode> all = emails.isArray() ? emails.valueStream().toList() : List.of(emails);
        return all.stream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .filter(email -> Fields.find(email, "value").isPresent())
                .min(Comparator.comparingInt(PrimaryEmail::rank))
                .flatMap(email -> Fields.find(email, "value"));
    }

    private static int rank(ObjectNode email) {
        if (is(email, "primary", "true")) {
            return 0;
        }
        return is(email, "type", "work") ? 1 : 2;
    }

    private static boolean is(ObjectNode email, String name, String value) {
        return Fields.find(email, name)
                .filter(node -> node.asString("").equalsIgnoreCase(value))
                .isPresent();
    }
}
