package io.chodae.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Makes typed or imported text safe to stand in one line of a page, a mail or a header. */
public final class PlainText {

    /** Zero-width, bidirectional controls, soft hyphen, byte order mark: seen by nobody, read by machines. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u00AD\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF]");

    /** Controls, line breaks, blanks of any width, and the Hangul fillers, which show as blanks. */
    private static final Pattern BLANKS =
            Pattern.compile("[\\p{Z}\\u0000-\\u0020\\u007F-\\u009F\\u2028\\u2029\\u3164\\uFFA0]+");

    private PlainText() {}

    /** One line in NFC: controls and line breaks become a space, runs of blanks one, invisible characters go. */
    public static String oneLine(String text) {
        if (isPlain(text)) {
            return text;
        }
        String visible = INVISIBLE.matcher(text).replaceAll("");
        return Normalizer.normalize(BLANKS.matcher(visible).replaceAll(" ").strip(), Normalizer.Form.NFC);
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

    /** What nearly every value of a list is: ASCII or Hangul syllables with single blanks between words. */
    private static boolean isPlain(String text) {
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean graphic = (c > ' ' && c < 0x7F) || (c >= '가' && c <= '힣');
            if (!graphic && (c != ' ' || blank)) {
                return false;
            }
            blank = !graphic;
        }
        return text.isEmpty() || !blank;
    }
}
