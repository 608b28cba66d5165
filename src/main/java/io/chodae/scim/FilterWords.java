package io.chodae.scim;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/** A filter word by word: names, values, brackets and parentheses. */
final class FilterWords {

    /** Strings are JSON's; whatever fits nowhere is a word of one character, which no rule takes. */
    private static final Pattern WORD =
            Pattern.compile("\\s*(\"(?:[^\"\\\\]|\\\\.)*+\"|[\\[\\]()]|[^\\s\\[\\]()\"]++|.)");

    private final String text;
    private final Matcher words;
    private int position;

    FilterWords(String text) {
        this.text = text;
        this.words = WORD.matcher(text);
    }

    /** The next word, which stays; empty at the end. */
    String peek() {
        return words.find(position) && words.start() == position ? words.group(1) : "";
    }

    String next() {
        String word = peek();
        if (!word.isEmpty()) {
            position = words.end();
        }
        return word;
    }

    boolean take(String word) {
        boolean here = peek().equalsIgnoreCase(word);
        if (here) {
            next();
        }
        return here;
    }

    /** Whether the next word follows without a blank. */
    boolean isGlued() {
        return position < text.length() && !Character.isWhitespace(text.charAt(position));
    }

    static boolean isText(String word) {
        return word.length() > 1 && word.startsWith("\"");
    }

    /** What a text in quotation marks says; itself where its escapes are broken. */
    static String unquoted(String word) {
        try {
            return Json.MAPPER.readTree(word).stringValue();
        } catch (JacksonException e) {
            return "";
        }
    }

    /** Where it is read, for messages. */
    int position() {
        return position + 1;
    }
}
