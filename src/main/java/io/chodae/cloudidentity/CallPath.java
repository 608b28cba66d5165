package io.chodae.cloudidentity;

import io.chodae.wire.ApiError;
import io.chodae.wire.Parsed;
import io.chodae.wire.PercentCoding;
import java.util.Optional;

/**
 * A path below {@code /v1} or {@code /v1beta1}, which are the same for this resource.
 *
 * @param customer an external id or {@link #MINE}, decoded
 * @param email the invitation's name, decoded; empty where the path names the collection
 * @param verb what follows the last colon
 */
record CallPath(String customer, Optional<String> email, Optional<String> verb) {

    /** Stands for the caller's own customer. */
    static final String MINE = "my_customer";

    /** Reads a path as it came, still encoded. */
    static Parsed<CallPath> parse(String path) {
        String[] segments = path.split("/", -1);
        if (segments.length < 5
                || segments.length > 6
                || !segments[0].isEmpty()
                || !(segments[1].equals("v1") || segments[1].equals("v1beta1"))
                || !segments[2].equals("customers")
                || segments[3].isEmpty()
                || !segments[4].equals("userinvitations")) {
            return unknown();
        }
        Optional<String> customer = PercentCoding.path(segments[3]);
        Optional<String> name = segments.length == 5 ? Optional.of("") : PercentCoding.doubled(segments[5]);
        if (customer.isEmpty() || name.isEmpty()) {
            return Parsed.invalid("The path holds a percent sign that begins no escape of UTF-8 text.");
        }
        if (segments.length == 5) {
            return Parsed.good(new CallPath(customer.get(), Optional.empty(), Optional.empty()));
        }
        int colon = name.get().lastIndexOf(':');
        String email = colon < 0 ? name.get() : name.get().substring(0, colon);
        Optional<String> verb =
                colon < 0 ? Optional.empty() : Optional.of(name.get().substring(colon + 1));
        return email.isEmpty() ? unknown() : Parsed.good(new CallPath(customer.get(), Optional.of(email), verb));
    }

    private static Parsed<CallPath> unknown() {
        return Parsed.bad(ApiError.notFound("There is no such method at this path."));
    }
}
