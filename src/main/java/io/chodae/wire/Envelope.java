package io.chodae.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two ways in which refusals are written. An API keeps to one of them, for its clients read no other. */
public enum Envelope {
    /** As google.rpc.Status: a code, what programs and what people read, and typed facts. */
    STATUS {
        @Override
        Map<String, Object> error(ApiError error) {
            Map<String, Object> json = head(error);
            json.put("status", error.status());
            putDetails(json, error);
            return json;
        }
    },

    /** As the older APIs do: beside code and message a list of errors, of whose reasons programs take notice. */
    ERRORS {
        @Override
        Map<String, Object> error(ApiError error) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("message", error.message());
            one.put("domain", "global");
            one.put("reason", error.reason());
            error.location().ifPresent(header -> {
                one.put("location", header);
                one.put("locationType", "header");
            });
            Map<String, Object> json = head(error);
            json.put("errors", List.of(one));
            json.put("status", error.status());
            putDetails(json, error);
            return json;
        }
    };

    abstract Map<String, Object> error(ApiError error);

    final Map<String, Object> of(ApiError error) {
        return Map.of("error", error(error));
    }

    private static void putDetails(Map<String, Object> json, ApiError error) {
        if (!error.details().isEmpty()) {
            json.put("details", error.details());
        }
    }

    private static Map<String, Object> head(ApiError error) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", error.code());
        json.put("message", error.message());
        return json;
    }
}
