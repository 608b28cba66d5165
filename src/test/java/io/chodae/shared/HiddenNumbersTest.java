package io.chodae.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links that name two numbers, show neither and are kept nowhere. */
class HiddenNumbersTest {

    private final Secrets secrets = new Secrets(new byte[32], new SecureRandom());

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 2", "9223372036854775807, -1"})
    void theNumbersAreFoundAgainOnEveryNodeThatHasTheKey(long first, long second) {
        LinkToken token = secrets.hide("p", first, second);
        assertThat(LinkToken.parse(token.reveal())).contains(token);
        assertThat(new Secrets(new byte[32], new SecureRandom()).find("p", token))
                .contains(new Secrets.Hidden(first, second));
        assertThat(secrets.hide("p", first, second)).isEqualTo(token);
    }

    @Test
    void neighbouringNumbersLookNothingAlike() {
        String one = secrets.hide("p", 1, 1).reveal();
        String next = secrets.hide("p", 1, 2).reveal();
        assertThat(one.substring(0, 8)).isNotEqualTo(next.substring(0, 8));
        assertThat(one).isNotEqualTo(secrets.hide("q", 1, 1).reveal());
    }

    @Test
    void everyChangedBitIsNoticed() {
        byte[] token = Base64.getUrlDecoder().decode(secrets.hide("p", 1, 2).reveal());
        for (int bit = 0; bit < token.length * 8; bit++) {
            byte[] changed = token.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            LinkToken other = LinkToken.parse(Base64.getUrlEncoder().encodeToString(changed))
                    .orElseThrow();
            assertThat(secrets.find("p", other)).as("bit %d", bit).isEmpty();
        }
    }

    @Test
    void aTokenIsGoodForNothingElse() {
        LinkToken token = secrets.hide("p", 1, 2);
        assertThat(secrets.find("q", token)).isEmpty();
        byte[] otherKey = new byte[32];
        otherKey[31] = 1;
        assertThat(new Secrets(otherKey, new SecureRandom()).find("p", token)).isEmpty();
        assertThat(secrets.find("p", secrets.token("p", 1, 2))).isEmpty();
    }
}
