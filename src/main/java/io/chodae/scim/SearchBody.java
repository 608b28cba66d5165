package io.chodae.scim;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A list that is asked for by a body, so that nothing of it stands in an address (RFC 7644, 3.4.3). */
final class SearchBody {

    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";

    private SearchBody() {}

    /** What it asks for, as the parameters of a query would. */
    static Parsed<Map<String, String>> parameters(ObjectNode body) {
        if (!Fields.claims(body, SCHEMA)) {
            return Parsed.bad(ErrorKind.INVALID_SYNTAX, "The schemas of the body must name " + SCHEMA + ".");
        }
        Map<String, String> parameters = new HashMap<>();
        body.properties().forEach(field -> {
            if (!Fields.isUnassigned(field.getValue())) {
                parameters.putIfAbsent(field.getKey().toLowerCase(Locale.ROOT), text(field.getValue()));
            }
        });
        return Parsed.good(parameters);
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(SearchBody::text).collect(Collectors.joining(","));
        }
        return value.isObject() ? "?" : value.asString();
    }
}
