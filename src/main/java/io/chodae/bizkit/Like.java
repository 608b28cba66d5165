package io.chodae.bizkit;

import java.util.Locale;

/** Patterns for {@code like} on lower-case text, in which what was typed stands for itself. */
final class Like {

    private Like() {}

    static String contains(String text) {
        String escaped = text.strip()
                .toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return "%" + escaped + "%";
    }
}
