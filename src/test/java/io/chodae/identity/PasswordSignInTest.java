package io.chodae.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chodae.shared.AccountId;
import io.chodae.shared.Secrets;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

@ChodaeTest
class PasswordSignInTest {

    @Autowired
    SignUp signUp;

    @Autowired
    PasswordSignIn signIn;

    @Autowired
    RequestPasswordReset requestReset;

    @Autowired
    ResetPassword resetPassword;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Secrets secrets;

    @Autowired
    TestClock clock;

    People people;

    @BeforeEach
    void people() {
        people = new People(signUp, jdbc, secrets);
    }

    @Test
    void onlyASmallPrincipalComesOut() throws Exception {
        String email = People.newAddress();
        AccountId id = people.signedUp(email);
        Authentication signedIn = attempt(email, People.PASSWORD);
        assertThat(signedIn.getPrincipal()).isEqualTo(new MemberPrincipal(id, email));
        assertThat(signedIn.getName()).isEqualTo(Long.toString(id.value()));
        assertThat(signedIn.getCredentials()).isNull();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(signedIn.getPrincipal());
        assertThat(bytes.size()).isLessThan(400);
    }

    @Test
    void anUnknownAddressAndAWrongPasswordFailAlike() {
        String email = People.newAddress();
        people.signedUp(email);
        BadCredentialsException wrong =
                catchThrowableOfType(BadCredentialsException.class, () -> attempt(email, "a wrong password"));
        BadCredentialsException unknown = catchThrowableOfType(
                BadCredentialsException.class, () -> attempt(People.newAddress(), "a wrong password"));
        assertThat(wrong).hasMessage(unknown.getMessage());
    }

    @Test
    void anUnknownAddressTakesAsLongAsAWrongPassword() {
        String email = People.newAddress();
        people.signedUp(email);
        attemptQuietly(email);
        attemptQuietly(People.newAddress());
        long known = nanos(() -> attemptQuietly(email));
        long unknown = nanos(() -> attemptQuietly(People.newAddress()));
        long malformed = nanos(() -> attemptQuietly("nobody at all " + System.nanoTime()));
        // without the hashing an answer takes a fiftieth of the time
        assertThat(unknown).isGreaterThan(known / 4);
        assertThat(malformed).isGreaterThan(known / 4);
    }

    @Test
    void aClosedAccountCannotSignIn() {
        String email = People.newAddress();
        AccountId id = people.signedUp(email);
        jdbc.sql("update account set disabled_at = created_at where account_id = :id")
                .param("id", id.value())
                .update();
        assertThatThrownBy(() -> attempt(email, People.PASSWORD)).isInstanceOf(DisabledException.class);
    }

    @Test
    void anOldHashIsRenewedAtTheNextSignIn() {
        String email = People.newAddress();
        AccountId id = people.signedUp(email);
        String old = "{pbkdf2@SpringSecurity_v5_8}"
                + Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(People.PASSWORD);
        jdbc.sql("update password_credential set password_hash = :old where account_id = :id")
                .param("old", old)
                .param("id", id.value())
                .update();
        attempt(email, People.PASSWORD);
        assertThat(jdbc.sql("select password_hash from password_credential where account_id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single())
                .startsWith("{pbkdf2-sha512-210k}");
        assertThat(People.canSignIn(signIn, email, People.PASSWORD)).isTrue();
    }

    @Test
    void guessingIsPausedTheRightPasswordIncludedAndThenItGoesOn() {
        String email = People.newAddress();
        people.signedUp(email);
        for (int i = 0; i < 20; i++) {
            attemptQuietly(email);
        }
        SignInPaused paused = catchThrowableOfType(SignInPaused.class, () -> attempt(email, People.PASSWORD));
        assertThat(paused.pause()).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(15));
        clock.advance(paused.pause());
        assertThat(attempt(email, People.PASSWORD).isAuthenticated()).isTrue();
    }

    @Test
    void aNewPasswordByMailEndsThePause() {
        String email = People.newAddress();
        AccountId id = people.signedUp(email);
        for (int i = 0; i < 21; i++) {
            attemptQuietly(email);
        }
        assertThatThrownBy(() -> attempt(email, People.PASSWORD)).isInstanceOf(SignInPaused.class);
        requestReset.request(email);
        org.awaitility.Awaitility.await().until(() -> people.links("reset", id) == 1);
        resetPassword.reset(people.mailed("reset", id), "violet9anchor2meadow");
        assertThat(attempt(email, "violet9anchor2meadow").isAuthenticated()).isTrue();
    }

    private Authentication attempt(String email, String password) {
        return signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(email, password));
    }

    private void attemptQuietly(String email) {
        People.canSignIn(signIn, email, "a wrong password");
    }

    private static long nanos(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }
}
