package io.chodae.wire;

import java.util.Map;

/** The fields of an answer, so that a selection of fields that does not exist can be refused. */
public record Schema(Map<String, Schema> fields) {

    /** A field without fields. */
    public static final Schema LEAF = new Schema(Map.of());
}
