package io.chodae.campaign;

import io.chodae.shared.Language;
import org.jspecify.annotations.Nullable;

/** A row as an operator typed it; a wholly empty one is dropped. */
public record TypedRow(
        String name,
        String email,
        String phone,
        String extraInfo,
        @Nullable Language language) {

    boolean blank() {
        return (name + email + phone + extraInfo).isBlank();
    }
}
