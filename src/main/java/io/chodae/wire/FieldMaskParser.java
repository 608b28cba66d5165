package io.chodae.wire;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code a,b/c,d(e,f/g),*}. A name that the answer does not have is a fault, so the depth of what is nested is
 * that of the answer. The first fault is kept, and whatever is read behind it counts for nothing.
 */
final class FieldMaskParser {

    private final String text;
    private int position;
    private @Nullable String fault;

    FieldMaskParser(String text) {
        this.text = text.replaceAll("\\s+", "");
    }

    Parsed<FieldMask> parse(Schema answer) {
        FieldMask mask = list(answer);
        if (fault == null && position < text.length()) {
            fault = "\"%s\" is not expected".formatted(Quoted.of(text.substring(position)));
        }
        return fault == null ? Parsed.good(mask) : Parsed.invalid("Invalid field selection: " + fault + ".");
    }

    private FieldMask list(Schema schema) {
        FieldMask mask = path(schema);
        while (fault == null && take(",")) {
            FieldMask next = path(schema);
            mask = new FieldMask(merged(mask, next));
        }
        return mask;
    }

    private static Map<String, FieldMask> merged(FieldMask one, FieldMask other) {
        Map<String, FieldMask> parts = new HashMap<>(one.parts());
        other.parts().forEach((name, mask) -> parts.merge(name, mask, FieldMask::with));
        return parts;
    }

    private FieldMask path(Schema schema) {
        String name = name();
        Schema inner = name.isEmpty() ? null : schema.field(name);
        if (name.equals("*")) {
            Map<String, Schema> every = new HashMap<>();
            schema.fields().values().forEach(field -> every.putAll(field.fields()));
            inner = new Schema(every);
        }
        if (inner == null || (name.equals("*") && schema.fields().isEmpty())) {
            if (fault == null) {
                fault = name.isEmpty()
                        ? "a name is missing at character %d".formatted(position + 1)
                        : "the answer has no \"%s\" there".formatted(Quoted.of(name));
            }
            return FieldMask.ALL;
        }
        FieldMask below = FieldMask.ALL;
        if (take("/") || take(".")) {
            below = path(inner);
        } else if (take("(")) {
            below = list(inner);
            if (fault == null && !take(")")) {
                fault = "a parenthesis is not closed";
            }
        }
        return new FieldMask(Map.of(name, below));
    }

    private boolean take(String sign) {
        boolean there = text.startsWith(sign, position);
        if (there) {
            position++;
        }
        return there;
    }

    private String name() {
        int start = position;
        while (position < text.length() && "/.(),".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        return text.substring(start, position).strip();
    }
}
