package io.chodae.cloudidentity;

import static io.chodae.wire.Parsings.message;
import static io.chodae.wire.Parsings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.capture.UserInvitationOrder;
import io.chodae.capture.UserInvitationPosition;
import io.chodae.capture.UserInvitationState;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PageTokensTest {

    private static final CustomerId CUSTOMER = new CustomerId(7);
    private static final Listing LIST =
            new Listing(Set.of(UserInvitationState.INVITED), UserInvitationOrder.UPDATE_TIME_DESC, 100);
    private static final UserInvitationPosition LAST =
            new UserInvitationPosition(Instant.parse("2026-01-15T09:00:00.123456Z"), "jo+tag@x.example");

    private final PageTokens tokens = new PageTokens(new Secrets(new byte[32], new SecureRandom()));

    @Test
    void goesOnWithItsOwnList() {
        String token = tokens.seal(CUSTOMER, LIST, LAST);

        assertThat(token).matches("[A-Za-z0-9_-]+");
        assertThat(value(tokens.open(token, CUSTOMER, LIST))).isEqualTo(LAST);
    }

    @Test
    void goesOnWithNoOther() {
        String token = tokens.seal(CUSTOMER, LIST, LAST);

        assertThat(message(tokens.open(token, new CustomerId(8), LIST))).contains("another customer, filter");
        for (Listing other : new Listing[] {
            new Listing(Set.of(UserInvitationState.ACCEPTED), LIST.order(), LIST.size()),
            new Listing(Set.of(UserInvitationState.values()), LIST.order(), LIST.size()),
            new Listing(LIST.states(), UserInvitationOrder.UPDATE_TIME_ASC, LIST.size()),
            new Listing(LIST.states(), LIST.order(), 99)
        }) {
            assertThat(message(tokens.open(token, CUSTOMER, other))).contains("another customer, filter");
        }
    }

    @Test
    void showsNothingAndTakesNothingThatItDidNotMake() {
        String token = tokens.seal(CUSTOMER, LIST, LAST);

        assertThat(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.ISO_8859_1))
                .doesNotContain("jo+tag");
        assertThat(tokens.seal(CUSTOMER, LIST, LAST)).isNotEqualTo(token);
        String forged = token.charAt(20) == 'A' ? "B" : "A";
        for (String wrong : new String[] {
            "x",
            "!!!",
            token.substring(1),
            token + "AAAA",
            token.substring(0, 20) + forged + token.substring(21),
            "A".repeat(3_000)
        }) {
            assertThat(message(tokens.open(wrong, CUSTOMER, LIST))).contains("give the nextPageToken of an answer");
        }
    }
}
