package io.chodae.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets a data file hold what an editor would hide or a CSV reader would take away: {@code \u200B}, {@code \r}, {@code \n}. */
public final class Escapes {

    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9A-F]{4})");

    private Escapes() {}

    public static String read(String text) {
        return UNICODE.matcher(text)
                .replaceAll(match -> {
                    char c = (char) Integer.parseInt(match.group(1), 16);
                    return Matcher.quoteReplacement(String.valueOf(c));
                })
                .replace("\\r", "\r")
                .replace("\\n", "\n");
    }
}
