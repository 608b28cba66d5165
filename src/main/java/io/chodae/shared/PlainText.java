package io.chodae.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Makes typed or imported text safe to stand in one line of a page, a mail or a header. */
public final class PlainText {

    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}|[\\u2028\\u2029]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u3000]+");

    private PlainText() {}

    /** One line in NFC: controls and line breaks become a space, runs of blanks one, invisible characters go. */
    public static String oneLine(String text) {
        String visible = INVISIBLE.matcher(text).replaceAll("");
        String spaced = CONTROLS.matcher(visible).replaceAll(" ");
        return Normalizer.normalize(BLANKS.matcher(spaced).replaceAll(" ").strip(), Normalizer.Form.NFC);
    }

    /** Several lines in NFC: line ends become {@code \n}, each line as by {@link #oneLine}, blank ends stripped. */
    public static String lines(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (String line : text.split("\\R", -1)) {
            result.append(oneLine(line)).append('\n');
        }
        return result.toString().strip();
    }

    /** Length as people count it: code points, not UTF-16 units. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
