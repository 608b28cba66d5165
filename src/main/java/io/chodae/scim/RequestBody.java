package io.chodae.scim;

import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Takes in a body: a JSON object under one of its two names (RFC 7644, 3.1), or under none. */
final class RequestBody {

    private static final Set<String> TYPES = Set.of("", "application/scim+json", "application/json");

    private RequestBody() {}

    static Parsed<ObjectNode> read(Call call) {
        String type =
                call.header("content-type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!TYPES.contains(type)) {
            return Parsed.bad(
                    ScimError.of(415, "The body must be application/scim+json, not %s.".formatted(Quoted.of(type))));
        }
        String coding = call.header("content-encoding").orElse("identity");
        if (!coding.equalsIgnoreCase("identity")) {
            return Parsed.bad(
                    ScimError.of(415, "The body must not be compressed.").withHeader("Accept-Encoding", "identity"));
        }
        return Json.object(call.body());
    }
}
