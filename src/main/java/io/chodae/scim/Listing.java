package io.chodae.scim;

import io.chodae.provisioning.UserField;
import io.chodae.provisioning.UserFilter;
import io.chodae.provisioning.UserOrder;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which users are wanted, in which order, and from which on (RFC 7644, 3.4.2).
 *
 * @param start of 1 or more
 * @param count none or more, {@link #MOST} at most
 */
record Listing(UserFilter filter, UserOrder order, long start, int count, Projection projection) {

    /** How many are written at once; {@code ServiceProviderConfig} says so too. */
    static final int MOST = 200;

    private static final int DEFAULT = 100;
    private static final String SORTABLE =
            "userName, name.givenName, name.familyName, displayName, externalId, id, meta.created or meta.lastModified";

    /** @param parameters by their names in lower case */
    static Parsed<Listing> parse(Map<String, String> parameters) {
        Optional<String> filter = Optional.ofNullable(parameters.get("filter")).filter(text -> !text.isBlank());
        return UserFilters.parse(filter)
                .then(users -> order(parameters)
                        .then(order -> number(parameters, "startindex", 1, Long.MAX_VALUE)
                                .then(start -> number(parameters, "count", DEFAULT, MOST)
                                        .then(count -> Projection.parse(parameters)
                                                .map(projection -> new Listing(
                                                        users,
                                                        order,
                                                        Math.max(1, start),
                                                        count.intValue(),
                                                        projection))))));
    }

    long offset() {
        return start - 1;
    }

    private static Parsed<UserOrder> order(Map<String, String> parameters) {
        String by = parameters.getOrDefault("sortby", "").strip();
        String way = parameters.getOrDefault("sortorder", "").strip().toLowerCase(Locale.ROOT);
        if (!way.isEmpty() && !way.equals("ascending") && !way.equals("descending")) {
            return Parsed.bad(ErrorKind.INVALID_VALUE, "sortOrder must be ascending or descending.");
        }
        boolean descending = way.equals("descending");
        if (by.isEmpty()) {
            return Parsed.good(new UserOrder(UserField.CREATED, descending));
        }
        return UserAttribute.of(by)
                .filter(Listing::isSortable)
                .map(attribute -> Parsed.good(new UserOrder(UserFilters.field(attribute), descending)))
                .orElseGet(() -> Parsed.bad(
                        ErrorKind.INVALID_VALUE,
                        "Users cannot be sorted by \"%s\", only by %s.".formatted(Quoted.of(by), SORTABLE)));
    }

    private static boolean isSortable(UserAttribute attribute) {
        return switch (attribute.kind()) {
            case TEXT, EXACT, TIME -> true;
            case BOOLEAN, LANGUAGE, CONSTANT -> false;
        };
    }

    /** What is below the least counts as the least, as does what is above the most. */
    private static Parsed<Long> number(Map<String, String> parameters, String name, long otherwise, long most) {
        String text = parameters.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return Parsed.good(otherwise);
        }
        if (!text.matches("[+-]?[0-9]{1,20}")) {
            return Parsed.bad(
                    ErrorKind.INVALID_VALUE,
                    "%s must be a whole number.".formatted(name.equals("count") ? "count" : "startIndex"));
        }
        BigInteger number = new BigInteger(text).max(BigInteger.ZERO).min(BigInteger.valueOf(most));
        return Parsed.good(number.longValueExact());
    }
}
