package io.chodae.campaign;

import io.chodae.invitation.Invitee;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import org.jspecify.annotations.Nullable;

/** Makes a good row the person to invite; the preview and the sending must agree on how. */
final class Invitees {

    private Invitees() {}

    /**
     * @param row a ready one
     * @param language where the row names none
     */
    static Invitee of(DraftRow row, Language language) {
        return new Invitee(
                EmailAddress.of(row.email()),
                row.name(),
                given(row.phone()),
                given(row.extraInfo()),
                row.language() == null ? language : row.language());
    }

    private static @Nullable String given(String value) {
        return value.isEmpty() ? null : value;
    }
}
