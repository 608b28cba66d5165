package io.chodae.bizkit;

import java.util.List;

/**
 * One thing that is wrong with what was entered.
 *
 * @param field name of the form's field
 * @param code {@code MISSING}, {@code TOO_LONG} (limit, found), {@code TAKEN} (name), {@code INVALID} (found),
 *     {@code GONE}, {@code NOT_AN_IMAGE}, {@code NOT_PNG} (found type), {@code DAMAGED},
 *     {@code WRONG_SIZE} (found width, height), {@code TOO_LARGE} (limit KB, found KB)
 * @param args what the message {@code bizkit.fault.<field>.<code>} names, in the order given above
 */
public record Fault(String field, String code, List<Object> args) {

    public Fault {
        args = List.copyOf(args);
    }

    static Fault of(String field, String code, Object... args) {
        return new Fault(field, code, List.of(args));
    }
}
