package io.chodae.cloudidentity;

import io.chodae.wire.ApiError;
import io.chodae.wire.Call;
import io.chodae.wire.Json;
import io.chodae.wire.Quoted;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The body of send and cancel: none at all, or a JSON object without fields. */
final class EmptyBody {

    private EmptyBody() {}

    static Optional<ApiError> fault(Call call) {
        if (isBlank(call.body())) {
            return Optional.empty();
        }
        String type = call.header("content-type").orElse("application/json");
        if (!isJson(type)) {
            return Optional.of(ApiError.unsupportedType(
                    "A body is of the type application/json, not \"%s\".".formatted(Quoted.of(type))));
        }
        JsonNode json;
        try {
            json = Json.MAPPER.readTree(call.body());
        } catch (JacksonException e) {
            return Optional.of(ApiError.invalid("The body is no JSON. Send {} or no body."));
        }
        if (!json.isObject()) {
            return Optional.of(ApiError.invalid("The body is no JSON object. Send {} or no body."));
        }
        return json.propertyNames().stream()
                .findFirst()
                .map(name -> ApiError.invalid("Unknown name \"%s\": the request has no fields. Send {} or no body."
                        .formatted(Quoted.of(name))));
    }

    private static boolean isJson(String type) {
        String media = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return media.equals("application/json") || media.endsWith("+json");
    }

    private static boolean isBlank(byte[] body) {
        for (byte b : body) {
            if (b != ' ' && b != '\r' && b != '\n' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}
