package io.chodae.cloudidentity;

import io.chodae.wire.ApiError;
import io.chodae.wire.Call;
import io.chodae.wire.Json;
import io.chodae.wire.JsonBody;
import io.chodae.wire.Quoted;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The body of send and cancel: none at all, or a JSON object without fields. */
final class EmptyBody {

    private EmptyBody() {}

    static Optional<ApiError> fault(Call call) {
        if (JsonBody.isBlank(call.body())) {
            return Optional.empty();
        }
        Optional<ApiError> fault = JsonBody.typeFault(call);
        if (fault.isPresent()) {
            return fault;
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
}
