package io.chodae.directoryapi;

import io.chodae.provisioning.UserPosition;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Secrets;
import io.chodae.wire.Parsed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Page tokens: the last user of a page, sealed together with a digest of customer and list, so that a token shows nothing
 * and goes on with no other list.
 */
@Component
class UserPages {

    private static final String PURPOSE = "directory-user-page";
    private static final int LONGEST = 2_000;

    private final Secrets secrets;

    UserPages(Secrets secrets) {
        this.secrets = secrets;
    }

    String seal(CustomerId customer, UserListing listing, UserPosition position) {
        String plain = digest(customer, listing) + "\n" + position.id().value() + "\n" + position.value();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(secrets.seal(PURPOSE, plain.getBytes(StandardCharsets.UTF_8)));
    }

    Parsed<UserPosition> open(String token, CustomerId customer, UserListing listing) {
        String[] plain;
        try {
            byte[] opened = secrets.open(PURPOSE, Base64.getUrlDecoder().decode(cut(token)));
            plain = new String(opened, StandardCharsets.UTF_8).split("\n", 3);
        } catch (IllegalArgumentException e) {
            return Parsed.invalid("Invalid Input: pageToken: give the nextPageToken of an answer as it came, or none.");
        }
        if (!plain[0].equals(digest(customer, listing))) {
            return Parsed.invalid("Invalid Input: pageToken: it belongs to another list. Give the same parameters as in"
                    + " the call that answered with it.");
        }
        return Parsed.good(new UserPosition(plain[2], new AccountId(Long.parseLong(plain[1]))));
    }

    /** What is too long is no token, and not worth the decoding. */
    private static String cut(String token) {
        return token.length() > LONGEST ? "" : token;
    }

    private static String digest(CustomerId customer, UserListing listing) {
        try {
            byte[] text = (customer.value() + " " + listing).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
