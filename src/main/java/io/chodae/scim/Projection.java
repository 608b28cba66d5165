package io.chodae.scim;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which attributes are wanted (RFC 7644, 3.9). {@code id} and {@code schemas} are always written.
 *
 * @param only paths in lower case; empty: all
 * @param without paths in lower case
 */
record Projection(Set<String> only, Set<String> without) {

    private static final Set<String> ALWAYS = Set.of("id", "schemas");

    static Parsed<Projection> parse(Map<String, String> parameters) {
        Set<String> only = paths(parameters.get("attributes"));
        Set<String> without = paths(parameters.get("excludedattributes"));
        return only.isEmpty() || without.isEmpty()
                ? Parsed.good(new Projection(only, without))
                : Parsed.bad(
                        ErrorKind.INVALID_VALUE, "attributes and excludedAttributes exclude each other: name one.");
    }

    Map<String, Object> of(Map<String, Object> user) {
        return only.isEmpty() && without.isEmpty() ? user : taken(user, "");
    }

    private Map<String, Object> taken(Map<String, Object> from, String owner) {
        Map<String, Object> taken = new LinkedHashMap<>();
        from.forEach((name, value) -> {
            String path = owner + name.toLowerCase(Locale.ROOT);
            if (ALWAYS.contains(path) || (isWhole(path) && without.isEmpty())) {
                taken.put(name, value);
            } else if (isWhole(path) || isPartly(path)) {
                part(value, path + ".").ifPresent(part -> taken.put(name, part));
            }
        });
        return taken;
    }

    private boolean isWhole(String path) {
        return only.isEmpty() ? !without.contains(path) : only.contains(path) || only.contains(owner(path));
    }

    private boolean isPartly(String path) {
        return only.stream().anyMatch(wanted -> wanted.startsWith(path + "."));
    }

    private static String owner(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    @SuppressWarnings("unchecked")
    private Optional<Object> part(Object value, String owner) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> part = taken((Map<String, Object>) map, owner);
            return part.isEmpty() ? Optional.empty() : Optional.of(part);
        }
        if (value instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof Map<?, ?> map) {
            Map<String, Object> part = taken((Map<String, Object>) map, owner);
            return part.isEmpty() ? Optional.empty() : Optional.of(List.of(part));
        }
        return Optional.of(value);
    }

    private static Set<String> paths(@Nullable String list) {
        return list == null
                ? Set.of()
                : Arrays.stream(list.split(",", -1))
                        .map(String::strip)
                        .filter(path -> !path.isEmpty())
                        .map(path -> UserAttribute.withoutSchema(path).toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet());
    }
}
