package io.chodae.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of an answer, so that a selection of fields that does not exist can be refused. */
public record Schema(Map<String, Schema> fields) {

    private static final String EVERY = "*";

    /** A field without fields. */
    public static final Schema LEAF = new Schema(Map.of());

    /** A field of which is not known what is in it, so that whatever is asked for may be. */
    public static final Schema ANY = new Schema(Map.of(EVERY, LEAF));

    /** Null: there is no such field. */
    @Nullable
    Schema field(String name) {
        return fields.containsKey(EVERY) ? this : fields.get(name);
    }
}
