package io.chodae.scim;

import io.chodae.shared.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code preferredLanguage}, which is written like the header Accept-Language (RFC 7643, 4.1.1). */
final class UserLanguages {

    private UserLanguages() {}

    /** The first that is spoken here; empty where none is, which is no fault of the sender's. */
    static Optional<Language> spoken(String value) {
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(value.replace('_', '-'));
            return ranges.stream()
                    .flatMap(range -> exactly(range.getRange()).stream())
                    .findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Of a single tag, whatever its region. */
    static Optional<Language> exactly(String tag) {
        String language = tag.replace('_', '-').toLowerCase(Locale.ROOT).split("-", 2)[0];
        return Arrays.stream(Language.values())
                .filter(one -> one.tag().equals(language))
                .findFirst();
    }
}
