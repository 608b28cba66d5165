package io.chodae.campaign;

import java.util.Map;

/**
 * One fault or warning of a row; {@link DraftTexts#note} has the sentence.
 *
 * @param column {@code NAME}, {@code EMAIL}, {@code PHONE}, {@code NOTE} or {@code LANGUAGE}
 * @param code a code of the roster room, or one of ours: {@code DUPLICATE_OF_TYPED} (a fault),
 *     {@code ALREADY_ENROLLED} and {@code ALREADY_INVITED_SKIPPED} (get no mail), {@code ALREADY_INVITED} (will get a
 *     new link), {@code ALREADY_BOUNCED_SKIPPED} and {@code ALREADY_OPTED_OUT} (get no mail), {@code ALREADY_BOUNCED}
 *     (is tried again)
 * @param value what stood in the cell
 * @param args what the sentence names, such as {@code firstRow}
 */
public record RowNote(String column, String code, String value, Map<String, String> args) {

    public RowNote {
        args = Map.copyOf(args);
    }

    RowNote(String column, String code, String value) {
        this(column, code, value, Map.of());
    }
}
