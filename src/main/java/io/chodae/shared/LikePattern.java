package io.chodae.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/** Patterns for SQL {@code like} on lower-case text, in which everything that was typed stands for itself. */
public final class LikePattern {

    private static final Pattern PHONE = Pattern.compile("[0-9 ()./-]*[0-9][0-9 ()./-]*");

    private LikePattern() {}

    /** Matches what has the text somewhere, written in whichever Unicode form. */
    public static String contains(String text) {
        String escaped = PlainText.oneLine(text)
                .toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return "%" + escaped + "%";
    }

    /** Matches digits that have the typed ones somewhere, however they were grouped: {@code 010-1234}. */
    public static String inDigits(String text) {
        String line = PlainText.oneLine(text);
        return PHONE.matcher(line).matches() ? "%" + line.replaceAll("[^0-9]", "") + "%" : contains(text);
    }
}
