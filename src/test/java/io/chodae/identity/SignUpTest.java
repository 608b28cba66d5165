package io.chodae.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.shared.AccountId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.Secrets;
import io.chodae.testing.ChodaeTest;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ChodaeTest
class SignUpTest {

    @Autowired
    SignUp signUp;

    @Autowired
    PasswordSignIn signIn;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Secrets secrets;

    People people;

    @BeforeEach
    void people() {
        people = new People(signUp, jdbc, secrets);
    }

    @Test
    void makesAnAccountThatSignsInAndAsksToProveTheAddress() {
        String email = People.newAddress();
        AccountId id = people.signedUp(" " + email.toUpperCase(java.util.Locale.ROOT) + " ");
        Account account = accounts.find(id).orElseThrow();
        assertThat(account.email().key()).isEqualTo(email);
        assertThat(account.name()).isEqualTo("김민지");
        assertThat(account.language()).isEqualTo(Language.KO);
        assertThat(account.emailVerified()).isFalse();
        assertThat(people.links("verify", id)).isEqualTo(1);
        assertThat(People.canSignIn(signIn, email, People.PASSWORD)).isTrue();
        assertThat(People.canSignIn(signIn, email, People.PASSWORD + "x")).isFalse();
    }

    @Test
    void whoCameByTheInvitationToThatAddressNeedsNoSecondMail() {
        AccountId id = people.signedUp(People.newAddress(), true);
        assertThat(accounts.find(id).orElseThrow().emailVerified()).isTrue();
        assertThat(people.links("verify", id)).isZero();
    }

    @Test
    void anAddressHasOneAccountHoweverItIsSpelt() {
        String email = People.newAddress();
        AccountId first = people.signedUp(email);
        assertThat(signUp.signUp(email.replace("people", "PEOPLE"), "Other", "another fine phrase", Language.EN, false))
                .isEqualTo(new SignUpResult.AddressTaken());
        assertThat(accounts.find(first).orElseThrow().name()).isEqualTo("김민지");
        assertThat(People.canSignIn(signIn, email, "another fine phrase")).isFalse();
    }

    @Test
    void everyFaultIsNamedWithItsField() {
        assertThat(signUp.signUp("nobody@", " \u200b ", "short", Language.EN, false))
                .isEqualTo(new SignUpResult.Invalid(List.of(
                        new FormFault("email", "identity.fault.email.malformed", List.of()),
                        new FormFault("name", "identity.fault.name.missing", List.of()),
                        new FormFault("password", "identity.fault.password.short", List.of("10")))));
    }

    @Test
    void namesAreOneLineOfPlainText() {
        String email = People.newAddress();
        signUp.signUp(email, "Eve\r\nBcc: all@x.example", People.PASSWORD, Language.EN, true);
        assertThat(accounts.findByEmail(EmailAddress.of(email)).orElseThrow().name())
                .isEqualTo("Eve Bcc: all@x.example");
    }

    @Test
    void everyCharacterOfALongPasswordCounts() {
        String email = People.newAddress();
        String phrase = "가나다라마바사아자차카타파하 ".repeat(4);
        signUp.signUp(email, "Kim", phrase + "1", Language.EN, true);
        assertThat(People.canSignIn(signIn, email, phrase + "2")).isFalse();
        assertThat(People.canSignIn(signIn, email, phrase + "1")).isTrue();
    }

    @Test
    void aKeyboardThatComposesHangulOtherwiseTypesTheSamePassword() {
        String email = People.newAddress();
        String phrase = "초대장을기다리는사람들";
        signUp.signUp(email, "Kim", Normalizer.normalize(phrase, Normalizer.Form.NFD), Language.EN, true);
        assertThat(People.canSignIn(signIn, email, phrase)).isTrue();
    }

    @Test
    void hammeringOneAddressIsSlowedDown() {
        String email = People.newAddress();
        people.signedUp(email);
        List<SignUpResult> results = java.util.stream.IntStream.range(0, 6)
                .mapToObj(i -> signUp.signUp(email, "Kim", People.PASSWORD, Language.EN, false))
                .toList();
        assertThat(results.getFirst()).isEqualTo(new SignUpResult.AddressTaken());
        assertThat(results.getLast()).isInstanceOf(SignUpResult.TooMany.class);
    }

    @Test
    void leavesATraceAndNoPassword() {
        AccountId id = people.signedUp(People.newAddress());
        assertThat(jdbc.sql("select action from audit_event where actor_account = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .list())
                .containsExactly("account.signed-up");
        assertThat(jdbc.sql("select password_hash from password_credential where account_id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single())
                .startsWith("{pbkdf2-sha512-210k}")
                .doesNotContain(People.PASSWORD);
    }
}
