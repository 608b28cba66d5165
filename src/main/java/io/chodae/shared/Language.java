package io.chodae.shared;

import java.util.Locale;

/** The two languages that every text a person reads is written in. */
public enum Language {
    KO,
    EN;

    /** The BCP 47 tag: {@code ko} or {@code en}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The locale for dates, numbers and message bundles. */
    public Locale locale() {
        return this == KO ? Locale.KOREAN : Locale.ENGLISH;
    }

    /** Korean for Korean readers, English for everybody else. */
    public static Language of(Locale locale) {
        return ofTag(locale.getLanguage());
    }

    /** Reads {@code ko}, {@code ko-KR}, {@code KO}; everything else is English. */
    public static Language ofTag(String tag) {
        return tag.toLowerCase(Locale.ROOT).startsWith("ko") ? KO : EN;
    }
}
