package io.chodae.directoryapi;

import io.chodae.provisioning.UserField;
import io.chodae.provisioning.UserFilter;
import io.chodae.provisioning.UserFilter.Is;
import io.chodae.provisioning.UserMatch;
import io.chodae.provisioning.UserOrder;
import io.chodae.wire.ApiError;
import io.chodae.wire.ApiStatus;
import io.chodae.wire.Parsed;
import io.chodae.wire.Query;
import io.chodae.wire.Quoted;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a list was asked for, page aside.
 *
 * @param size rows of a page
 */
record UserListing(UserFilter filter, UserOrder order, int size) {

    private static final int DEFAULT_SIZE = 100;
    private static final int LARGEST = 500;
    private static final String MINE = "my_customer";

    /**
     * Reads the parameters.
     *
     * @param customerName the external id of the caller's customer
     * @param domains that it holds
     */
    static Parsed<UserListing> parse(Query query, String customerName, Collection<String> domains) {
        return scope(query, customerName, domains)
                .then(scope -> UserQuery.parse(query.value("query"))
                        .then(asked -> shown(query, new UserFilter.And(List.of(scope, asked)))))
                .then(filter -> order(query)
                        .then(order ->
                                size(query.value("maxResults")).map(size -> new UserListing(filter, order, size))));
    }

    private static Parsed<UserFilter> scope(Query query, String customerName, Collection<String> domains) {
        Optional<String> customer = query.value("customer");
        Optional<String> domain = query.value("domain").map(name -> name.strip().toLowerCase(Locale.ROOT));
        if (customer.isEmpty() && domain.isEmpty()) {
            return Parsed.bad(ApiError.invalid("Bad Request: give customer=my_customer or a domain.")
                    .because("badRequest"));
        }
        if (customer.isPresent()
                && !customer.get().equals(MINE)
                && !customer.get().equals(customerName)) {
            return Parsed.bad(ApiError.of(
                    ApiStatus.PERMISSION_DENIED,
                    "Not Authorized to access this resource/api: the caller works for the customer %s and not for %s."
                            .formatted(customerName, Quoted.of(customer.get()))));
        }
        if (domain.isPresent() && !domains.contains(domain.get())) {
            return Parsed.bad(ApiError.notFound(
                    "Domain not found: %s is no verified domain of the customer.".formatted(Quoted.of(domain.get()))));
        }
        return Parsed.good(domain.<UserFilter>map(name -> new Is(UserField.EMAIL, UserMatch.ENDS_WITH, "@" + name))
                .orElseGet(UserFilter.All::new));
    }

    /** Deleted users are not kept, so there are none to be shown. */
    private static Parsed<UserFilter> shown(Query query, UserFilter filter) {
        String deleted = query.value("showDeleted").orElse("false").toLowerCase(Locale.ROOT);
        return switch (deleted) {
            case "true" -> Parsed.good(UserQuery.NOBODY);
            case "false" -> Parsed.good(filter);
            default -> Parsed.invalid("Invalid Input: showDeleted is true or false.");
        };
    }

    private static Parsed<UserOrder> order(Query query) {
        String direction = query.value("sortOrder").orElse("ASCENDING").toUpperCase(Locale.ROOT);
        if (!direction.equals("ASCENDING") && !direction.equals("DESCENDING")) {
            return Parsed.invalid(
                    "Invalid Input: sortOrder is ASCENDING or DESCENDING, not \"%s\".".formatted(Quoted.of(direction)));
        }
        boolean down = direction.equals("DESCENDING");
        String by = query.value("orderBy").orElse("email");
        return switch (by.toLowerCase(Locale.ROOT)) {
            case "email" -> Parsed.good(new UserOrder(UserField.EMAIL, down));
            case "familyname" -> Parsed.good(new UserOrder(UserField.FAMILY_NAME, down));
            case "givenname" -> Parsed.good(new UserOrder(UserField.GIVEN_NAME, down));
            default ->
                Parsed.invalid("Invalid Input: orderBy is email, familyName or givenName, not \"%s\"."
                        .formatted(Quoted.of(by)));
        };
    }

    private static Parsed<Integer> size(Optional<String> text) {
        try {
            int size =
                    Integer.parseInt(text.orElse(String.valueOf(DEFAULT_SIZE)).strip());
            if (size > 0) {
                return Parsed.good(Math.min(size, LARGEST));
            }
        } catch (NumberFormatException e) {
            // falls to the refusal
        }
        return Parsed.invalid("Invalid Input: maxResults is a number from 1 to %d, not \"%s\"."
                .formatted(LARGEST, Quoted.of(text.orElse(""))));
    }
}
