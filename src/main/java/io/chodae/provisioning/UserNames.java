package io.chodae.provisioning;

import io.chodae.shared.Language;
import io.chodae.shared.PlainText;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of a user, each one line of plain text. */
record UserNames(String given, String family, String display) {

    /** As Google's Directory API has it. */
    private static final int MAX_PART = 60;

    private static final int MAX_DISPLAY = 100;

    /** @param fallback where there is no name at all */
    static UserNames of(String given, String family, String display, Language language, String fallback) {
        String plainGiven = PlainText.oneLine(given);
        String plainFamily = PlainText.oneLine(family);
        String plainDisplay = PlainText.oneLine(display);
        String shown = plainDisplay.isEmpty() ? full(plainGiven, plainFamily, language) : plainDisplay;
        return new UserNames(plainGiven, plainFamily, shown.isEmpty() ? fallback : shown);
    }

    /** As people of that language write it: 김민지, Minji Kim. */
    static String full(String given, String family, Language language) {
        Stream<String> parts = language == Language.KO ? Stream.of(family, given) : Stream.of(given, family);
        boolean hangul = language == Language.KO && isHangul(given) && isHangul(family);
        return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(hangul ? "" : " "));
    }

    void check(Set<UserFault> faults) {
        if (PlainText.length(given) > MAX_PART) {
            faults.add(UserFault.GIVEN_NAME_TOO_LONG);
        }
        if (PlainText.length(family) > MAX_PART) {
            faults.add(UserFault.FAMILY_NAME_TOO_LONG);
        }
        if (PlainText.length(display) > MAX_DISPLAY) {
            faults.add(UserFault.NAME_TOO_LONG);
        }
    }

    private static boolean isHangul(String text) {
        return text.codePoints().allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL);
    }
}
