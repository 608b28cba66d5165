package io.chodae.cloudidentity;

import io.chodae.capture.UserInvitationPosition;
import io.chodae.capture.UserInvitationState;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Secrets;
import io.chodae.wire.Parsed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Page tokens: the last row of a page, sealed together with the customer and the list that it belongs to, so that a
 * token shows nothing and goes on with no other list.
 */
@Component
class PageTokens {

    private static final String PURPOSE = "user-invitation-page";
    private static final int LONGEST = 2_000;

    private final Secrets secrets;

    PageTokens(Secrets secrets) {
        this.secrets = secrets;
    }

    String seal(CustomerId customer, Listing listing, UserInvitationPosition position) {
        String plain =
                String.join("\n", list(customer, listing), position.updatedAt().toString(), position.emailKey());
        byte[] sealed = secrets.seal(PURPOSE, plain.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    Parsed<UserInvitationPosition> open(String token, CustomerId customer, Listing listing) {
        if (token.length() > LONGEST) {
            return unknown();
        }
        String[] plain;
        try {
            byte[] opened = secrets.open(PURPOSE, Base64.getUrlDecoder().decode(token));
            plain = new String(opened, StandardCharsets.UTF_8).split("\n", 3);
        } catch (IllegalArgumentException e) {
            return unknown();
        }
        if (!plain[0].equals(list(customer, listing))) {
            return Parsed.invalid("Invalid pageToken: it belongs to a list with another customer, filter, orderBy or"
                    + " pageSize. Give the same parameters as in the call that answered with it.");
        }
        return Parsed.good(new UserInvitationPosition(Instant.parse(plain[1]), plain[2]));
    }

    private static Parsed<UserInvitationPosition> unknown() {
        return Parsed.invalid("Invalid pageToken: give the nextPageToken of an answer as it came, or none.");
    }

    /** What a token is bound to, in one line. */
    private static String list(CustomerId customer, Listing listing) {
        String states = listing.states().stream()
                .map(UserInvitationState::name)
                .sorted()
                .collect(Collectors.joining(","));
        return customer.value() + " " + states + " " + listing.order() + " " + listing.size();
    }
}
