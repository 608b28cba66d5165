package io.chodae.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.directory.Accounts;
import io.chodae.directory.CustomerFounded;
import io.chodae.directory.Customers;
import io.chodae.identity.SetUpFirstAdministrator.SetUpForm;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.LinkToken;
import io.chodae.shared.Secrets;
import io.chodae.testing.ChodaeTest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** On a server of its own: elsewhere there are operators already. */
@ChodaeTest
@TestPropertySource(properties = "chodae.public-url=https://set-up.example/")
@RecordApplicationEvents
@ExtendWith(OutputCaptureExtension.class)
class SetUpFirstAdministratorTest {

    private static final Pattern LINK = Pattern.compile("https://set-up\\.example/setup/([A-Za-z0-9_-]{32})");

    @Autowired
    SetUpFirstAdministrator setUp;

    @Autowired
    OfferSetUpLink offer;

    @Autowired
    PasswordSignIn signIn;

    @Autowired
    SignUp signUp;

    @Autowired
    Operators operators;

    @Autowired
    Customers customers;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Secrets secrets;

    @Autowired
    ApplicationEvents events;

    @Test
    void theFirstAdministratorComesByTheLinkOfTheLog(CapturedOutput log) {
        offer.offer();
        LinkToken replaced = printed(log);
        offer.offer();
        LinkToken token = printed(log);
        assertThat(token).isNotEqualTo(replaced);
        assertThat(setUp.isAlive(replaced)).isFalse();
        assertThat(setUp.setUp(replaced, form(People.newAddress()))).isEqualTo(new SetUpResult.DeadLink());
        assertThat(setUp.setUp(secrets.token("setup", Long.MAX_VALUE), form(People.newAddress())))
                .isEqualTo(new SetUpResult.DeadLink());

        assertThat(setUp.isAlive(token)).isTrue();
        assertThat(setUp.setUp(token, new SetUpForm("", "", "x", "short", Language.EN)))
                .isInstanceOfSatisfying(
                        SetUpResult.Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(FormFault::field)
                                .containsExactly("publisher", "name", "email", "password"));

        String taken = People.newAddress();
        new People(signUp, jdbc, secrets).signedUp(taken);
        assertThat(setUp.setUp(token, new SetUpForm("한빛호텔", "Mallory", taken, "another fine phrase", Language.KO)))
                .isInstanceOf(SetUpResult.Invalid.class);
        assertThat(operators.anyone()).isFalse();

        String email = People.newAddress();
        SetUpResult.Done done = (SetUpResult.Done) setUp.setUp(token, form(email));
        assertThat(operators.membershipsOf(done.account()))
                .containsExactly(new Membership(done.customer(), "한빛호텔", Role.OWNER));
        assertThat(customers.find(done.customer()).orElseThrow().externalId()).matches("C[0-9a-z]{8}");
        assertThat(accounts.findByEmail(EmailAddress.of(email)).orElseThrow().emailVerified())
                .isTrue();
        assertThat(People.canSignIn(signIn, email, People.PASSWORD)).isTrue();
        assertThat(events.stream(CustomerFounded.class)).containsExactly(new CustomerFounded(done.customer(), "한빛호텔"));

        assertThat(setUp.setUp(token, form(People.newAddress()))).isEqualTo(new SetUpResult.DeadLink());
        String before = log.getOut();
        offer.offer();
        assertThat(log.getOut()).isEqualTo(before);
        assertThat(jdbc.sql("select account_link::text from account_link")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(token.reveal()));
    }

    private static SetUpForm form(String email) {
        return new SetUpForm("한빛호텔", "이수진", email, People.PASSWORD, Language.KO);
    }

    private static LinkToken printed(CapturedOutput log) {
        Matcher links = LINK.matcher(log.getOut());
        return links.results()
                .map(result -> LinkToken.parse(result.group(1)).orElseThrow())
                .reduce((first, last) -> last)
                .orElseThrow();
    }
}
