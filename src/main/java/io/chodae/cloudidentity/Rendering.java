package io.chodae.cloudidentity;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a call wants its answer written: {@code prettyPrint}, {@code fields} and {@code alt}. */
record Rendering(boolean pretty, FieldMask mask) {

    /** What a call gets that could not be read so far. */
    static final Rendering PLAIN = new Rendering(true, FieldMask.ALL);

    static Parsed<Rendering> parse(Query query, Schema answer) {
        Optional<String> alt = query.value("alt").filter(value -> !value.equalsIgnoreCase("json"));
        if (alt.isPresent()) {
            return Parsed.invalid("alt=%s is not offered, only alt=json.".formatted(Quoted.of(alt.get())));
        }
        return pretty(query)
                .then(pretty ->
                        FieldMask.parse(query.value("fields"), answer).map(mask -> new Rendering(pretty, mask)));
    }

    Answer ok(Map<String, Object> json) {
        return Answer.ok(mask.of(json), pretty);
    }

    Answer refused(ApiError error) {
        return Answer.refused(error, pretty);
    }

    private static Parsed<Boolean> pretty(Query query) {
        String value = query.value("prettyPrint").orElse("true");
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Parsed.good(true);
            case "false", "0" -> Parsed.good(false);
            default -> Parsed.invalid("prettyPrint is true or false, not \"%s\".".formatted(Quoted.of(value)));
        };
    }
}
