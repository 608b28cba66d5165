package io.chodae.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.chodae.mail.MailKey;
import io.chodae.mail.QueuedMail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.Secrets;
import io.chodae.testing.TestClock;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathsTest {

    private final Secrets secrets = new Secrets(new byte[32], new SecureRandom());
    private final ReturnPaths paths = new ReturnPaths(secrets, "bounce.chodae.example");

    @ParameterizedTest
    @ValueSource(longs = {1, 31, 32, 4_711, Long.MAX_VALUE})
    void anAddressNamesItsMailAndFitsIntoAnEnvelope(long number) {
        String path = path(paths, number, number);
        assertThat(path.indexOf('@')).isLessThanOrEqualTo(64);
        assertThat(EmailAddress.parse(path)).isPresent();
        assertThat(paths.read(path)).contains(new MailKey(new CustomerId(number), number));
        // servers on the way may change the case
        assertThat(paths.read(path.toUpperCase(Locale.ROOT))).contains(new MailKey(new CustomerId(number), number));
    }

    @Test
    void nobodyElseCanMakeOne() {
        String path = path(paths, 5, 6);
        assertThat(paths.read(path.replace("b+5-6.", "b+5-7."))).isEmpty();
        assertThat(paths.read(path.replace("b+5-6.", "b+4-6."))).isEmpty();
        assertThat(paths.read(path.replace("b+5-6.", "b+05-6."))).isEmpty();
        assertThat(paths.read(path.replace("bounce.chodae", "other.chodae"))).isEmpty();
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        ReturnPaths other = new ReturnPaths(new Secrets(otherKey, new SecureRandom()), "bounce.chodae.example");
        assertThat(other.read(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "bounce.chodae.example",
                "postmaster@bounce.chodae.example",
                "b+@bounce.chodae.example",
                "b+1-1.@bounce.chodae.example",
                "b+1-1.0000000000000000@bounce.chodae.example",
                "b+vvvvvvvvvvvvv-1.0000000000000000@bounce.chodae.example",
                "b+１-1.0000000000000000@bounce.chodae.example"
            })
    void anythingElseIsNoAddressOfOurs(String recipient) {
        assertThat(paths.read(recipient)).isEmpty();
    }

    @Test
    void withoutADomainTheyAreOff() {
        ReturnPaths off = new ReturnPaths(secrets, " ");
        assertThat(off.areOn()).isFalse();
        assertThat(off.of(mail(1, 1))).isNull();
        assertThat(off.read(path(paths, 1, 1))).isEmpty();
    }

    @Test
    void aDomainBeyondAsciiStandsAsTheWireHasIt() {
        assertThat(path(new ReturnPaths(secrets, "반송.example"), 1, 1)).endsWith("@xn--eh3b84h.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not a domain", "localhost", "@x.example", "x_y"})
    void aWrongDomainKeepsTheServerFromStarting(String domain) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new ReturnPaths(secrets, domain))
                .withMessageContaining("chodae.mail.return-domain");
    }

    private static String path(ReturnPaths paths, long customer, long mail) {
        return Objects.requireNonNull(paths.of(mail(customer, mail)));
    }

    private static QueuedMail mail(long customer, long id) {
        return new QueuedMail(
                new CustomerId(customer),
                id,
                "x",
                1,
                1,
                1,
                EmailAddress.of("jo@example.com"),
                "Jo",
                Language.EN,
                "<x>",
                TestClock.START);
    }
}
