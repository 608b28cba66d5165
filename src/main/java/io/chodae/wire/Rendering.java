package io.chodae.wire;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a call wants its answer written: {@code prettyPrint}, {@code fields} and {@code alt}. */
public record Rendering(Envelope envelope, boolean pretty, FieldMask mask) {

    /** What a call gets that could not be read so far. */
    public static Rendering plain(Envelope envelope) {
        return new Rendering(envelope, true, FieldMask.ALL);
    }

    /** @param answer what a selection of fields may name */
    public static Parsed<Rendering> parse(Query query, Schema answer, Envelope envelope) {
        Optional<String> alt = query.value("alt").filter(value -> !value.equalsIgnoreCase("json"));
        if (alt.isPresent()) {
            return Parsed.invalid("alt=%s is not offered, only alt=json.".formatted(Quoted.of(alt.get())));
        }
        return pretty(query)
                .then(pretty -> FieldMask.parse(query.value("fields"), answer)
                        .map(mask -> new Rendering(envelope, pretty, mask)));
    }

    public Answer ok(Map<String, Object> json) {
        return ok(200, Map.of(), json);
    }

    public Answer ok(int status, Map<String, String> headers, Map<String, Object> json) {
        return Answer.json(status, headers, Json.write(mask.of(json), pretty));
    }

    public Answer refused(ApiError error) {
        return Answer.refused(error, pretty, envelope);
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
