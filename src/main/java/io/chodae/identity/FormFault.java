package io.chodae.identity;

import java.util.List;

/**
 * What keeps a form from being taken.
 *
 * @param field name of the field: {@code email}, {@code name}, {@code password}, {@code currentPassword},
 *     {@code publisher}
 * @param code message key, {@code identity.fault.…}
 * @param args the message's arguments
 */
public record FormFault(String field, String code, List<String> args) {

    public FormFault {
        args = List.copyOf(args);
    }

    static FormFault of(String field, String code, Object... args) {
        return new FormFault(
                field,
                "identity.fault." + code,
                List.of(args).stream().map(String::valueOf).toList());
    }
}
