package io.chodae.wire;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of an answer that a client wants ({@code fields}).
 *
 * @param parts by name, {@code *} for every name; none at all: the whole
 */
public record FieldMask(Map<String, FieldMask> parts) {

    /** Everything. */
    public static final FieldMask ALL = new FieldMask(Map.of());

    private static final int LONGEST = 1_000;

    /** @param answer what may be named */
    public static Parsed<FieldMask> parse(Optional<String> fields, Schema answer) {
        if (fields.isEmpty()) {
            return Parsed.good(ALL);
        }
        if (fields.get().length() > LONGEST) {
            return Parsed.invalid("Invalid field selection: longer than %d characters.".formatted(LONGEST));
        }
        return new FieldMaskParser(fields.get()).parse(answer);
    }

    /** Both of them. */
    FieldMask with(FieldMask other) {
        if (parts.isEmpty() || other.parts.isEmpty()) {
            return ALL;
        }
        Map<String, FieldMask> union = new HashMap<>(parts);
        other.parts.forEach((name, mask) -> union.merge(name, mask, FieldMask::with));
        return new FieldMask(union);
    }

    /** What is selected of an answer. */
    public Map<String, Object> of(Map<String, Object> json) {
        if (parts.isEmpty()) {
            return json;
        }
        Map<String, Object> selected = new LinkedHashMap<>();
        json.forEach((name, value) -> mask(name).ifPresent(mask -> selected.put(name, mask.ofValue(value))));
        return selected;
    }

    private Optional<FieldMask> mask(String name) {
        FieldMask named = parts.get(name);
        FieldMask every = parts.get("*");
        return Optional.ofNullable(named == null ? every : every == null ? named : named.with(every));
    }

    @SuppressWarnings("unchecked") // names are strings in whatever is written as JSON here
    private Object ofValue(Object value) {
        return switch (value) {
            case Map<?, ?> object -> of((Map<String, Object>) object);
            case List<?> list -> list.stream().map(this::ofValue).toList();
            default -> value;
        };
    }
}
