package io.chodae.scim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a filter (RFC 7644, 3.4.2.2): {@code and} binds closer than {@code or}, {@code not} needs parentheses. Also
 * reads {@code emails[type eq "work"].value eq "…"}, which is beyond the grammar and which Entra ID asks. The first thing
 * that does not fit is kept as the fault, and whatever is read behind it counts for nothing.
 */
final class FilterParser {

    private static final int LONGEST = 4_000;
    private static final int DEEPEST = 20;
    private static final int MOST = 100;
    private static final Filter NOTHING = new Filter.And(List.of());
    private static final String HELP =
            "It compares one of %s by eq, ne, co, sw, ew, gt, ge, lt, le or pr, joined by and,"
                            .formatted(UserAttribute.all())
                    + " or, not (…) and parentheses, such as userName eq \"a@example.com\" or emails[type eq \"work\"].";

    private final FilterWords words;
    private int depth;
    private int comparisons;
    private @Nullable String fault;

    private FilterParser(String text) {
        this.words = new FilterWords(text);
    }

    static Parsed<Filter> parse(String text) {
        if (text.length() > LONGEST) {
            return bad("it is longer than %,d characters".formatted(LONGEST));
        }
        FilterParser parser = new FilterParser(text);
        Filter filter = parser.either("");
        if (parser.fault == null && !parser.words.peek().isEmpty()) {
            parser.expected("and, or or the end");
        }
        return parser.fault == null ? Parsed.good(filter) : bad(parser.fault);
    }

    private static Parsed<Filter> bad(String fault) {
        return Parsed.bad(ErrorKind.INVALID_FILTER, "The filter cannot be read: %s. %s".formatted(fault, HELP));
    }

    /** @param owner before the names within brackets, such as {@code emails.}; empty outside of them */
    private Filter either(String owner) {
        List<Filter> parts = new ArrayList<>(List.of(both(owner)));
        while (fault == null && words.take("or")) {
            parts.add(both(owner));
        }
        return parts.size() == 1 ? parts.getFirst() : new Filter.Or(parts);
    }

    private Filter both(String owner) {
        List<Filter> parts = new ArrayList<>(List.of(one(owner)));
        while (fault == null && words.take("and")) {
            parts.add(one(owner));
        }
        return parts.size() == 1 ? parts.getFirst() : new Filter.And(parts);
    }

    private Filter one(String owner) {
        if (words.take("not")) {
            return words.take("(") ? new Filter.Not(inside(owner, ")")) : expected("( after not");
        }
        return words.take("(") ? inside(owner, ")") : comparison(owner);
    }

    private Filter inside(String owner, String end) {
        if (++depth > DEEPEST) {
            return expected("nothing nested deeper than " + DEEPEST);
        }
        Filter filter = either(owner);
        depth--;
        return fault != null || words.take(end) ? filter : expected(end);
    }

    private Filter comparison(String owner) {
        if (++comparisons > MOST) {
            return expected("no more than " + MOST + " comparisons");
        }
        String name = words.next();
        if (words.isGlued() && words.take("[")) {
            return owner.isEmpty() ? valuePath(name) : expected("no brackets within brackets");
        }
        Optional<UserAttribute> attribute = UserAttribute.of(owner + name);
        return attribute.isEmpty() ? unknown(owner + name) : compared(attribute.get());
    }

    private Filter valuePath(String name) {
        String plain = UserAttribute.withoutSchema(name);
        if (!plain.equalsIgnoreCase("emails")) {
            return unknown(plain);
        }
        Filter values = inside("emails.", "]");
        if (fault != null || !words.isGlued() || !words.peek().startsWith(".")) {
            return values;
        }
        String sub = words.next();
        Optional<UserAttribute> attribute = UserAttribute.of("emails" + sub);
        return attribute.isEmpty()
                ? unknown("emails" + sub)
                : new Filter.And(List.of(values, compared(attribute.get())));
    }

    private Filter compared(UserAttribute attribute) {
        Optional<FilterOperator> operator = FilterOperator.of(words.peek());
        if (operator.isEmpty()) {
            return expected("an operator after " + attribute.path());
        }
        words.next();
        if (operator.get() == FilterOperator.PR) {
            return new Filter.Compare(attribute, FilterOperator.PR, "", false);
        }
        String value = words.peek();
        boolean text = FilterWords.isText(value);
        if (!text && !value.matches("(?i)true|false|null|-?[0-9.eE+-]+")) {
            return expected("a value such as \"text\" or true");
        }
        words.next();
        return new Filter.Compare(attribute, operator.get(), text ? FilterWords.unquoted(value) : value, text);
    }

    private Filter unknown(String name) {
        if (fault == null) {
            fault = name.isEmpty()
                    ? "an attribute is missing at its end"
                    : "users cannot be found by \"%s\"".formatted(Quoted.of(name));
        }
        return NOTHING;
    }

    private Filter expected(String what) {
        if (fault == null) {
            String found = words.peek();
            fault = "expected %s at character %d but found %s"
                    .formatted(what, words.position(), found.isEmpty() ? "the end" : "\"" + Quoted.of(found) + "\"");
        }
        return NOTHING;
    }
}
