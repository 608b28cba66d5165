package io.chodae.directoryapi;

import io.chodae.provisioning.UserField;
import io.chodae.provisioning.UserFilter;
import io.chodae.provisioning.UserFilter.Is;
import io.chodae.provisioning.UserMatch;
import io.chodae.wire.Parsed;
import io.chodae.wire.Quoted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code query} of a list: clauses with blanks between them, all of which have to hold. A clause is a field, an
 * operator and a value, which may stand in quotes; a value alone is looked for in names and addresses.
 */
final class UserQuery {

    private static final int LONGEST = 1_000;
    private static final int MOST = 20;

    private static final Pattern CLAUSE = Pattern.compile("(?:([A-Za-z][A-Za-z0-9.]*)\\s*([=:<>]=?)\\s*)?"
            + "('[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|[^\\s'\"]\\S*)(?=\\s|$)");

    /** What was meant to be a clause of another kind: a word has none of these, unless the whole is in quotes. */
    private static final Pattern NO_WORD = Pattern.compile("[^'\"].*[=:<>'\"].*", Pattern.DOTALL);

    private static final String HELP = " Clauses such as email:jo*, givenName='Jo', familyName:kim, name:jo,"
            + " externalId=17 or isSuspended=true are joined by blanks, and all of them have to hold.";

    /** Everybody, and nobody: for questions that have one answer here. */
    private static final UserFilter EVERYBODY = new UserFilter.And(List.of());

    static final UserFilter NOBODY = new UserFilter.Or(List.of());

    private UserQuery() {}

    /** Without a query everybody. */
    static Parsed<UserFilter> parse(Optional<String> query) {
        if (query.isEmpty()) {
            return Parsed.good(new UserFilter.All());
        }
        String text = query.get().strip();
        if (text.length() > LONGEST) {
            return refused("longer than %,d characters.".formatted(LONGEST));
        }
        List<UserFilter> clauses = new ArrayList<>();
        Matcher clause = CLAUSE.matcher(text);
        for (int at = 0; at < text.length(); ) {
            if (!clause.region(at, text.length()).useTransparentBounds(true).lookingAt()) {
                return refused("\"%s\" is no clause.".formatted(Quoted.of(text.substring(at))));
            }
            if (clauses.size() == MOST) {
                return refused("more than %d clauses.".formatted(MOST));
            }
            switch (clause(clause)) {
                case Parsed.Good<UserFilter> good -> clauses.add(good.value());
                case Parsed.Bad<UserFilter> bad -> {
                    return bad;
                }
            }
            at = clause.end();
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
        return Parsed.good(clauses.size() == 1 ? clauses.getFirst() : new UserFilter.And(clauses));
    }

    private static Parsed<UserFilter> clause(Matcher clause) {
        String value = unquoted(clause.group(3));
        if (clause.group(1) == null && NO_WORD.matcher(clause.group(3)).matches()) {
            return refused("\"%s\" is no clause.".formatted(Quoted.of(clause.group(3))));
        }
        if (clause.group(1) == null) {
            return switch (clause.group(3)) {
                case "OR", "AND", "NOT" -> refused("there is no %s.".formatted(clause.group(3)));
                default ->
                    Parsed.good(any(
                            matching(value),
                            plain(value),
                            UserField.GIVEN_NAME,
                            UserField.FAMILY_NAME,
                            UserField.DISPLAY_NAME,
                            UserField.EMAIL));
            };
        }
        return switch (clause.group(1).toLowerCase(Locale.ROOT)) {
            case "email" -> text(clause, value, UserField.EMAIL);
            case "givenname" -> text(clause, value, UserField.GIVEN_NAME);
            case "familyname" -> text(clause, value, UserField.FAMILY_NAME);
            case "name" ->
                clause.group(2).equals("=")
                        ? text(clause, value, UserField.DISPLAY_NAME)
                        : text(clause, value, UserField.DISPLAY_NAME, UserField.GIVEN_NAME, UserField.FAMILY_NAME);
            case "externalid" -> text(clause, value, UserField.EXTERNAL_ID);
            case "issuspended" ->
                flag(clause, value).map(flag -> new Is(UserField.SUSPENDED, UserMatch.EQUALS, flag.toString()));
            case "isarchived" -> flag(clause, value).map(flag -> flag ? NOBODY : EVERYBODY);
            case "orgunitpath" ->
                clause.group(2).equals("=") ? Parsed.good(value.equals("/") ? EVERYBODY : NOBODY) : operator(clause);
            default -> refused("users are not found by \"%s\" here.".formatted(Quoted.of(clause.group(1))));
        };
    }

    private static Parsed<UserFilter> text(Matcher clause, String value, UserField... fields) {
        return switch (clause.group(2)) {
            case "=" -> Parsed.good(any(UserMatch.EQUALS, value, fields));
            case ":" -> Parsed.good(any(matching(value), plain(value), fields));
            default -> operator(clause);
        };
    }

    private static UserFilter any(UserMatch match, String value, UserField... fields) {
        List<UserFilter> parts = Arrays.stream(fields)
                .<UserFilter>map(field -> new Is(field, match, value))
                .toList();
        return parts.size() == 1 ? parts.getFirst() : new UserFilter.Or(parts);
    }

    private static Parsed<Boolean> flag(Matcher clause, String value) {
        if (!clause.group(2).equals("=")) {
            return operator(clause);
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> Parsed.good(true);
            case "false" -> Parsed.good(false);
            default -> refused("%s is true or false, not \"%s\".".formatted(clause.group(1), Quoted.of(value)));
        };
    }

    private static UserMatch matching(String value) {
        return value.endsWith("*") ? UserMatch.STARTS_WITH : UserMatch.CONTAINS;
    }

    private static String plain(String value) {
        return value.endsWith("*") ? value.substring(0, value.length() - 1) : value;
    }

    private static String unquoted(String value) {
        char first = value.charAt(0);
        return first == '\'' || first == '"'
                ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
                : value;
    }

    private static <T> Parsed<T> operator(Matcher clause) {
        return refused("\"%s\" is not offered with %s.".formatted(clause.group(2), Quoted.of(clause.group(1))));
    }

    private static <T> Parsed<T> refused(String reason) {
        return Parsed.invalid("Invalid Input: query: " + reason + HELP);
    }
}
