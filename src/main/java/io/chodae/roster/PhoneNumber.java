package io.chodae.roster;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A phone number as written in lists, made one form: digits, the Korean country code as a leading 0, other countries
 * with their {@code +}. Where a spreadsheet took the number for a quantity its leading zero is gone; put back.
 *
 * @param zeroRestored whether the leading zero was put back
 */
record PhoneNumber(String digits, boolean zeroRestored) {

    static final int MAX_DIGITS = 12;
    private static final int MIN_DIGITS = 3;

    private static final String SEPARATORS = " \t\n\u000B\f\r-‐‑‒–—−.·()/'’";
    private static final Pattern SHAPE = Pattern.compile("\\+?[0-9]+");
    private static final Pattern KOREAN = Pattern.compile("(?:\\+|00)820?([1-9][0-9]*)|82(10[0-9]{8})");
    private static final Pattern FOREIGN = Pattern.compile("(?:\\+|00)([1-9][0-9]*)");

    /** Mobile, Seoul, provinces, internet and personal numbers of Korea (national numbering plan) without their 0. */
    private static final Pattern ZERO_LOST =
            Pattern.compile("1[016789][0-9]{7,8}|2[0-9]{8}|[3-6][1-5][0-9]{7,8}|70[0-9]{8}|50[0-9]{9}");

    /** Reads a cleaned text; empty where it is no phone number. A text of separators alone reads as no digits. */
    static Optional<PhoneNumber> read(String text) {
        String bare = bare(text);
        if (bare.isEmpty()) {
            return Optional.of(new PhoneNumber("", false));
        }
        if (!SHAPE.matcher(bare).matches()) {
            return Optional.empty();
        }
        PhoneNumber number = national(bare);
        int digits = number.digits().length() - (number.digits().startsWith("+") ? 1 : 0);
        return digits >= MIN_DIGITS && digits <= MAX_DIGITS ? Optional.of(number) : Optional.empty();
    }

    private static String bare(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SEPARATORS.indexOf(c) < 0) {
                bare.append(c);
            }
        }
        return bare.toString();
    }

    private static PhoneNumber national(String bare) {
        // nearly all of them
        if (bare.startsWith("0") && !bare.startsWith("00")) {
            return new PhoneNumber(bare, false);
        }
        var korean = KOREAN.matcher(bare);
        if (korean.matches()) {
            return new PhoneNumber("0" + (korean.group(1) == null ? korean.group(2) : korean.group(1)), false);
        }
        var foreign = FOREIGN.matcher(bare);
        if (foreign.matches()) {
            return new PhoneNumber("+" + foreign.group(1), false);
        }
        return ZERO_LOST.matcher(bare).matches() ? new PhoneNumber("0" + bare, true) : new PhoneNumber(bare, false);
    }
}
