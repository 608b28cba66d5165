package io.chodae.scim;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an operation of a PATCH is about (RFC 7644, figure 7).
 *
 * @param path without the schema of users; of {@code emails[…]} alone {@code emails}
 * @param which of several values; empty where all are meant
 */
record PatchPath(String path, Optional<Filter> which) {

    private static final int LONGEST = 1_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_$-]*+(?:\\.[A-Za-z$][A-Za-z0-9_$-]*+)?");
    private static final Pattern VALUES =
            Pattern.compile("([A-Za-z][A-Za-z0-9_$-]*+)(\\[.*\\])(\\.[A-Za-z$][A-Za-z0-9_$-]*+)?", Pattern.DOTALL);

    static Parsed<PatchPath> parse(String text) {
        String path = UserAttribute.withoutSchema(text.strip());
        if (path.length() > LONGEST) {
            return bad(path);
        }
        if (path.toLowerCase(Locale.ROOT).startsWith("urn:")
                || NAME.matcher(path).matches()) {
            return Parsed.good(new PatchPath(path, Optional.empty()));
        }
        Matcher values = VALUES.matcher(path);
        if (!values.matches()) {
            return bad(path);
        }
        String whole = values.group(3) == null ? values.group(1) : values.group(1) + values.group(3);
        if (!values.group(1).equalsIgnoreCase("emails")) {
            return Parsed.good(new PatchPath(whole, Optional.empty()));
        }
        return switch (FilterParser.parse("emails" + values.group(2))) {
            case Parsed.Good<Filter> good -> Parsed.good(new PatchPath(whole, Optional.of(good.value())));
            case Parsed.Bad<Filter> bad ->
                Parsed.bad(ErrorKind.INVALID_PATH, bad.error().detail());
        };
    }

    private static Parsed<PatchPath> bad(String path) {
        return Parsed.bad(ErrorKind.INVALID_PATH, "\"%s\" is no path of an attribute.".formatted(Quoted.of(path)));
    }
}
