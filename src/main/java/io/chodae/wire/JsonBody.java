package io.chodae.wire;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Bodies that are JSON. */
public final class JsonBody {

    private JsonBody() {}

    /** The object that a call brings; one without a body brings an empty one. */
    public static Parsed<JsonNode> object(Call call) {
        if (isBlank(call.body())) {
            return Parsed.good(Json.MAPPER.createObjectNode());
        }
        return typeFault(call).map(Parsed::<JsonNode>bad).orElseGet(() -> read(call));
    }

    private static Parsed<JsonNode> read(Call call) {
        try {
            JsonNode json = Json.MAPPER.readTree(call.body());
            return json.isObject() ? Parsed.good(json) : Parsed.invalid("The body is no JSON object.");
        } catch (JacksonException e) {
            return Parsed.invalid("The body is no JSON.");
        }
    }

    /** A refusal where the body is said to be something else. */
    public static Optional<ApiError> typeFault(Call call) {
        String type = call.header("content-type").orElse("application/json");
        String media = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return media.equals("application/json") || media.endsWith("+json")
                ? Optional.empty()
                : Optional.of(ApiError.unsupportedType(
                        "A body is of the type application/json, not \"%s\".".formatted(Quoted.of(type))));
    }

    /** Whether there is nothing in it. */
    public static boolean isBlank(byte[] body) {
        for (byte b : body) {
            if (b != ' ' && b != '\r' && b != '\n' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}
