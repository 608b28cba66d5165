package io.chodae.scim;

import io.chodae.provisioning.UserField;
import io.chodae.provisioning.UserFilter;
import io.chodae.provisioning.UserMatch;
import io.chodae.shared.Language;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Says a filter in the words of the directory, or what of it cannot be asked. */
final class UserFilters {

    private static final UserFilter ALL = new UserFilter.And(List.of());
    private static final UserFilter NONE = new UserFilter.Or(List.of());

    private UserFilters() {}

    /** @param filter empty: everybody */
    static Parsed<UserFilter> parse(Optional<String> filter) {
        return filter.isEmpty()
                ? Parsed.good(new UserFilter.All())
                : FilterParser.parse(filter.get()).then(UserFilters::of);
    }

    static Parsed<UserFilter> of(Filter filter) {
        return switch (filter) {
            case Filter.And and -> all(and.parts(), UserFilter.And::new);
            case Filter.Or or -> all(or.parts(), UserFilter.Or::new);
            case Filter.Not not -> of(not.part()).map(UserFilter.Not::new);
            case Filter.Compare compare -> compared(compare);
        };
    }

    private static Parsed<UserFilter> all(List<Filter> parts, Function<List<UserFilter>, UserFilter> joined) {
        List<UserFilter> said = new ArrayList<>();
        for (Filter part : parts) {
            switch (of(part)) {
                case Parsed.Good<UserFilter> good -> said.add(good.value());
                case Parsed.Bad<UserFilter> bad -> {
                    return bad;
                }
            }
        }
        return Parsed.good(joined.apply(said));
    }

    private static Parsed<UserFilter> compared(Filter.Compare compare) {
        if (compare.value().equalsIgnoreCase("null") && !compare.text()) {
            return absent(compare);
        }
        return switch (compare.attribute().kind()) {
            case TEXT -> text(compare);
            case EXACT -> exact(compare);
            case BOOLEAN -> bool(compare);
            case LANGUAGE -> language(compare);
            case TIME -> time(compare);
            case CONSTANT -> constant(compare);
        };
    }

    /** {@code eq null} is what is not present. */
    private static Parsed<UserFilter> absent(Filter.Compare compare) {
        Filter present = new Filter.Compare(compare.attribute(), FilterOperator.PR, "", false);
        return switch (compare.operator()) {
            case EQ -> of(new Filter.Not(present));
            case NE -> of(present);
            default -> impossible(compare, "null can only be compared by eq and ne");
        };
    }

    private static Parsed<UserFilter> text(Filter.Compare compare) {
        if (!compare.text() && compare.operator() != FilterOperator.PR) {
            return impossible(compare, "its value must be a text in quotation marks");
        }
        return Parsed.good(matched(field(compare.attribute()), compare.operator(), compare.value()));
    }

    private static Parsed<UserFilter> exact(Filter.Compare compare) {
        if (compare.operator() == FilterOperator.PR) {
            return Parsed.good(ALL);
        }
        if (compare.operator().isPart() || compare.operator().isInOrder()) {
            return impossible(compare, "it can be compared by eq, ne and pr");
        }
        return Parsed.good(
                UserIds.parse(compare.value()).isPresent()
                        ? matched(UserField.ID, compare.operator(), compare.value())
                        : compare.operator() == FilterOperator.EQ ? NONE : ALL);
    }

    private static Parsed<UserFilter> bool(Filter.Compare compare) {
        if (compare.operator() == FilterOperator.PR) {
            return Parsed.good(ALL);
        }
        String value = compare.value().toLowerCase(Locale.ROOT);
        if (!value.equals("true") && !value.equals("false")) {
            return impossible(compare, "its value must be true or false");
        }
        if (compare.operator() != FilterOperator.EQ && compare.operator() != FilterOperator.NE) {
            return impossible(compare, "it can be compared by eq, ne and pr");
        }
        boolean active = value.equals("true") == (compare.operator() == FilterOperator.EQ);
        return Parsed.good(new UserFilter.Is(UserField.SUSPENDED, UserMatch.EQUALS, String.valueOf(!active)));
    }

    private static Parsed<UserFilter> language(Filter.Compare compare) {
        if (compare.operator() == FilterOperator.PR) {
            return Parsed.good(ALL);
        }
        if (compare.operator() != FilterOperator.EQ && compare.operator() != FilterOperator.NE) {
            return impossible(compare, "it can be compared by eq, ne and pr");
        }
        Optional<Language> asked = UserLanguages.exactly(compare.value());
        if (asked.isEmpty()) {
            return Parsed.good(compare.operator() == FilterOperator.EQ ? NONE : ALL);
        }
        return Parsed.good(
                matched(UserField.LANGUAGE, compare.operator(), asked.get().name()));
    }

    private static Parsed<UserFilter> time(Filter.Compare compare) {
        if (compare.operator() == FilterOperator.PR) {
            return Parsed.good(ALL);
        }
        if (compare.operator().isPart()) {
            return impossible(compare, "times can be compared by eq, ne, gt, ge, lt, le and pr");
        }
        try {
            String value = OffsetDateTime.parse(compare.value()).toString();
            return Parsed.good(matched(field(compare.attribute()), compare.operator(), value));
        } catch (DateTimeException e) {
            return impossible(compare, "its value must be a time such as \"2026-05-13T04:42:34Z\"");
        }
    }

    private static Parsed<UserFilter> constant(Filter.Compare compare) {
        String is = compare.attribute().constant().toLowerCase(Locale.ROOT);
        String asked = compare.value().toLowerCase(Locale.ROOT);
        return switch (compare.operator()) {
            case PR -> Parsed.good(ALL);
            case EQ -> Parsed.good(is.equals(asked) ? ALL : NONE);
            case NE -> Parsed.good(is.equals(asked) ? NONE : ALL);
            case CO -> Parsed.good(is.contains(asked) ? ALL : NONE);
            case SW -> Parsed.good(is.startsWith(asked) ? ALL : NONE);
            case EW -> Parsed.good(is.endsWith(asked) ? ALL : NONE);
            case GT, GE, LT, LE -> impossible(compare, "it can be compared by eq, ne, co, sw, ew and pr");
        };
    }

    private static UserFilter matched(UserField field, FilterOperator operator, String value) {
        return switch (operator) {
            case EQ -> new UserFilter.Is(field, UserMatch.EQUALS, value);
            case NE -> new UserFilter.Not(new UserFilter.Is(field, UserMatch.EQUALS, value));
            case CO -> new UserFilter.Is(field, UserMatch.CONTAINS, value);
            case SW -> new UserFilter.Is(field, UserMatch.STARTS_WITH, value);
            case EW -> new UserFilter.Is(field, UserMatch.ENDS_WITH, value);
            case PR -> new UserFilter.Is(field, UserMatch.PRESENT, "");
            case GT -> new UserFilter.Is(field, UserMatch.GREATER, value);
            case GE -> new UserFilter.Is(field, UserMatch.GREATER_OR_EQUAL, value);
            case LT -> new UserFilter.Is(field, UserMatch.LESS, value);
            case LE -> new UserFilter.Is(field, UserMatch.LESS_OR_EQUAL, value);
        };
    }

    static UserField field(UserAttribute attribute) {
        return switch (attribute) {
            case ID -> UserField.ID;
            case EXTERNAL_ID -> UserField.EXTERNAL_ID;
            case USER_NAME, EMAIL -> UserField.EMAIL;
            case GIVEN_NAME -> UserField.GIVEN_NAME;
            case FAMILY_NAME -> UserField.FAMILY_NAME;
            case FORMATTED, DISPLAY_NAME -> UserField.DISPLAY_NAME;
            case ACTIVE -> UserField.SUSPENDED;
            case LANGUAGE -> UserField.LANGUAGE;
            case CREATED -> UserField.CREATED;
            case LAST_MODIFIED -> UserField.UPDATED;
            case EMAIL_TYPE, EMAIL_PRIMARY, RESOURCE_TYPE, SCHEMAS -> throw new IllegalStateException(attribute.path());
        };
    }

    private static Parsed<UserFilter> impossible(Filter.Compare compare, String why) {
        return Parsed.bad(
                ErrorKind.INVALID_FILTER,
                "The filter cannot be asked: %s %s: %s."
                        .formatted(compare.attribute().path(), compare.operator(), why));
    }
}
