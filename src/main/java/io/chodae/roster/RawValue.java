package io.chodae.roster;

/** A cell's text as it is quoted back: long enough to recognise, never so long that it floods a page or a table. */
final class RawValue {

    private static final int MAX = 400;

    private RawValue() {}

    static String cut(String value) {
        if (value.length() <= MAX) {
            return value;
        }
        int end = Character.isHighSurrogate(value.charAt(MAX - 1)) ? MAX - 1 : MAX;
        return value.substring(0, end) + "…";
    }
}
