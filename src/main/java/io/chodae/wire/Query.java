package io.chodae.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of a call, decoded, by their names in camel case. */
public record Query(Map<String, String> values) {

    public static final Query NONE = new Query(Map.of());

    /** What every method takes; some of these mean something to Google's own front ends alone. */
    private static final Set<String> COMMON = Set.of(
            "alt",
            "prettyPrint",
            "fields",
            "key",
            "quotaUser",
            "userIp",
            "$.xgafv",
            "access_token",
            "oauth_token",
            "uploadType",
            "upload_protocol");

    /** Names that newer APIs take in either form. */
    private static final Map<String, String> SNAKES =
            Map.of("page_size", "pageSize", "page_token", "pageToken", "order_by", "orderBy");

    public static Parsed<Query> parse(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return Parsed.good(NONE);
        }
        Map<String, String> values = new HashMap<>();
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            Optional<String> name = PercentCoding.query(equals < 0 ? pair : pair.substring(0, equals));
            Optional<String> value = PercentCoding.query(equals < 0 ? "" : pair.substring(equals + 1));
            if (name.isEmpty() || value.isEmpty()) {
                return Parsed.invalid("The query holds a percent sign that begins no escape of UTF-8 text.");
            }
            if (name.get().isEmpty()) {
                continue;
            }
            String known = SNAKES.getOrDefault(name.get(), name.get());
            String before = values.put(known, value.get());
            if (before != null && !before.equals(value.get())) {
                return Parsed.invalid("The parameter \"%s\" is given twice.".formatted(Quoted.of(known)));
            }
        }
        return Parsed.good(new Query(values));
    }

    /**
     * Refuses what the method does not take: a misspelt filter must not pass as none.
     *
     * @param own names that this method has beside those of all methods
     */
    public Parsed<Query> checked(Set<String> own) {
        return values.keySet().stream()
                .filter(name -> !COMMON.contains(name) && !own.contains(name))
                .sorted()
                .findFirst()
                .map(name -> Parsed.<Query>invalid(
                        "Unknown name \"%s\": this method has no such parameter.".formatted(Quoted.of(name))))
                .orElse(Parsed.good(this));
    }

    /** Empty too where the parameter was sent without a value. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    /** The access token that came in the address, where none came in a header. */
    public Optional<String> token() {
        return value("access_token").or(() -> value("oauth_token"));
    }
}
