package io.chodae.mail;

import io.chodae.shared.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes one-line text as the value of a header: folded (RFC 5322, 2.2.3) and encoded where needed (RFC 2047). */
final class HeaderText {

    private static final int WIDTH = 76;

    /** RFC 5322 allows 998 octets a line; a word that is longer can be carried by encoding alone. */
    private static final int LONGEST_WORD = 900;

    private static final String FOLD = "\r\n ";

    private HeaderText() {}

    /**
     * @param column of the line where the value begins
     * @param line without line breaks or controls, blanks single
     */
    static String unstructured(int column, String line) {
        return readsAsItStands(line) ? folded(column, line) : encodedWords(column, line);
    }

    /** A display name with its address. */
    static String mailbox(int column, String name, EmailAddress address) {
        String bare = "<" + address.wire() + ">";
        if (name.isEmpty()) {
            return address.wire();
        }
        String phrase = readsAsItStands(name) && name.length() < WIDTH - column - 2
                ? '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                : encodedWords(column, name);
        return phrase + (phrase.length() + column + bare.length() < WIDTH ? " " : FOLD) + bare;
    }

    private static boolean readsAsItStands(String line) {
        int word = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            word = c == ' ' ? 0 : word + 1;
            if (c < ' ' || c > '~' || word > LONGEST_WORD) {
                return false;
            }
        }
        return !line.contains("=?");
    }

    private static String folded(int start, String line) {
        StringBuilder result = new StringBuilder(line.length() + 8);
        int column = start;
        for (String word : line.split(" ", -1)) {
            boolean first = result.isEmpty();
            if (!first && column + 1 + word.length() > WIDTH) {
                result.append(FOLD);
                column = 1;
            } else if (!first) {
                result.append(' ');
                column++;
            }
            result.append(word);
            column += word.length();
        }
        return result.toString();
    }

    private static String encodedWords(int start, String line) {
        StringBuilder result = new StringBuilder(line.length() * 4 + 32);
        int column = start;
        int from = 0;
        while (from < line.length()) {
            int room = Math.max(6, (WIDTH - column - "=?UTF-8?B??=".length()) / 4 * 3);
            int to = endOfWord(line, from, room);
            byte[] octets = line.substring(from, to).getBytes(StandardCharsets.UTF_8);
            result.append(from == 0 ? "" : FOLD)
                    .append("=?UTF-8?B?")
                    .append(Base64.getEncoder().encodeToString(octets))
                    .append("?=");
            column = 1;
            from = to;
        }
        return result.toString();
    }

    /** Never inside a character: each encoded word is decoded by itself. */
    private static int endOfWord(String line, int from, int room) {
        int octets = 0;
        int at = from;
        while (at < line.length()) {
            int point = line.codePointAt(at);
            octets += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (octets > room) {
                break;
            }
            at += Character.charCount(point);
        }
        return at;
    }
}
