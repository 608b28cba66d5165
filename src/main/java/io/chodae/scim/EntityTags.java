package io.chodae.scim;

import java.util.Arrays;
import java.util.Optional;

/** Versions as entity tags (RFC 7644, 3.14). They are weak: the same version may be written with fewer attributes. */
final class EntityTags {

    private EntityTags() {}

    static String of(long version) {
        return "W/\"" + version + "\"";
    }

    /** Whether a header such as If-Match names this version, or any by an asterisk. Weak and strong ones are alike. */
    static boolean names(String header, long version) {
        String plain = "\"" + version + "\"";
        return Arrays.stream(header.split(",", -1))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(plain) || tag.equals("W/" + plain));
    }

    static boolean isOutdated(Optional<String> ifMatch, long version) {
        return ifMatch.isPresent() && !names(ifMatch.get(), version);
    }
}
