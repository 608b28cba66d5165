package io.chodae.console;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the main part of a page offers to do: its links, its forms, its buttons. */
record Offered(String main) {

    private static final Pattern MAIN = Pattern.compile("(?s)<main.*</main>");
    private static final Pattern FORM = Pattern.compile("(?=[^>]*method=\"post\")<form[^>]*?action=\"([^\"?#]*)");
    private static final Pattern BUTTON = Pattern.compile("(?:formaction|hx-post)=\"([^\"?#]*)");
    private static final Pattern LINK = Pattern.compile("<a[^>]*?href=\"(/(?:console|me)[^\"?#]*)");
    private static final String SEARCH = "(?s)<form[^>]*method=\"get\".*?</form>";
    private static final String READ_ONLY = "(?s)<fieldset class=\"whole\" disabled.*?</form>";
    private static final Pattern CONTROL = Pattern.compile("<(?:button(?![^>]*hx-get)|input|select|textarea)[^>]*>");

    static Offered of(String page) {
        return new Offered(MAIN.matcher(page)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow(() -> new AssertionError("not a whole page: " + page)));
    }

    /** Where a form or a button posts to. */
    List<String> posts() {
        return Stream.of(FORM, BUTTON).flatMap(this::addresses).toList();
    }

    List<String> links() {
        return addresses(LINK).toList();
    }

    /** Everything to press or fill in, but for searching, turning pages, and forms that are shown to be read. */
    List<String> controls() {
        return CONTROL.matcher(main.replaceAll(SEARCH, "").replaceAll(READ_ONLY, ""))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private Stream<String> addresses(Pattern pattern) {
        return pattern.matcher(main).results().map(found -> found.group(1));
    }
}
