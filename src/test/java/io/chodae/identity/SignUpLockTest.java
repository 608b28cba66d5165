package io.chodae.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.domain.ClaimDomain;
import io.chodae.domain.ClaimResult;
import io.chodae.domain.DomainChange;
import io.chodae.domain.LockDomain;
import io.chodae.domain.VouchForDomain;
import io.chodae.shared.Language;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.HttpBrowser;
import io.chodae.testing.TestClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Who makes an account on a domain that its organisation has locked. */
@ChodaeTest
@Import(Kits.class)
class SignUpLockTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String PASSWORD = "plum4tandem7river";
    private static final String CONTACT = "IT desk <it@house.example>";

    @LocalServerPort
    private int port;

    @Autowired
    private Kits kits;

    @Autowired
    private ClaimDomain claim;

    @Autowired
    private VouchForDomain vouch;

    @Autowired
    private LockDomain lock;

    @Autowired
    private SignUp signUp;

    @Autowired
    private InviteOperator inviteOperator;

    @Autowired
    private TestClock clock;

    private Publisher house;
    private String domain;

    @BeforeEach
    void locked() {
        clock.reset();
        house = kits.full();
        domain = "lock" + NUMBER.incrementAndGet() + ".example";
        assertThat(claim.claim(house.customer(), domain, false, Actor.system()))
                .isInstanceOf(ClaimResult.Claimed.class);
        assertThat(vouch.vouch(house.customer(), domain)).isTrue();
        assertThat(lock.set(house.customer(), domain, true, CONTACT, Actor.system()))
                .isEqualTo(DomainChange.DONE);
    }

    @Test
    void thePageKeepsWhatWasTypedAndNamesTheOrganisationAndItsContact() {
        HttpBrowser browser = new HttpBrowser(port);
        browser.get("/sign-up?lang=en");
        HttpResponse<String> refused = post(browser, "kim@" + domain);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("value=\"kim@" + domain + "\"", "value=\"Kim\"")
                .contains("IT desk &lt;it@house.example&gt;")
                .contains("makes the accounts on this domain itself");
        assertThat(post(browser, "kim@other-" + domain).statusCode()).isEqualTo(302);
    }

    @Test
    void anOpenOneLetsEverybodyInAgain() {
        lock.set(house.customer(), domain, false, "", Actor.system());
        assertThat(person("kim", false)).isInstanceOf(SignUpResult.Created.class);
    }

    @Test
    void whoTheOrganisationHasInvitedSignsUpByTheLinkInTheMail() {
        String invited = "lee@" + domain;
        String path = "/i/"
                + kits.link(kits.invite(house, kits.offer(house), invited)).reveal();
        assertThat(person("lee", false)).as("without the link").isInstanceOf(SignUpResult.DomainLocked.class);
        HttpBrowser browser = new HttpBrowser(port);
        HttpResponse<String> made = browser.post(path + "/sign-up", "name", "Lee", "password", PASSWORD);
        assertThat(made.headers().firstValue("Location").orElseThrow()).endsWith("/confirm");
    }

    @Test
    void aColleagueWhomTheOrganisationAsksToJoinMayToo() {
        assertThat(inviteOperator.invite(house.customer(), "choi@" + domain, Role.VIEWER, Language.EN, Actor.system()))
                .isInstanceOf(InviteOperatorResult.Invited.class);
        assertThat(person("choi", true)).isInstanceOf(SignUpResult.Created.class);
    }

    @Test
    void anInvitationOfSomebodyElseOpensNothingAndThePageSaysWhomToAsk() {
        Publisher other = kits.full();
        String path = "/i/"
                + kits.link(kits.invite(other, kits.offer(other), "park@" + domain))
                        .reveal();
        HttpBrowser browser = new HttpBrowser(port);
        browser.get(path + "/start?lang=en");
        HttpResponse<String> refused = browser.post(path + "/sign-up", "name", "Park", "password", PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("IT desk &lt;it@house.example&gt;", "value=\"Park\"");
    }

    @Test
    void anInvitationThatIsOverOpensNothing() {
        kits.invite(house, kits.offer(house), "jung@" + domain);
        clock.advance(Duration.ofDays(60));
        assertThat(person("jung", true)).isInstanceOf(SignUpResult.DomainLocked.class);
    }

    @Test
    void whoHasAnAccountIsToldThat() {
        lock.set(house.customer(), domain, false, "", Actor.system());
        person("han", false);
        lock.set(house.customer(), domain, true, CONTACT, Actor.system());
        assertThat(person("han", false)).isInstanceOf(SignUpResult.AddressTaken.class);
    }

    private SignUpResult person(String name, boolean proven) {
        return signUp.signUp(name + "@" + domain, name, PASSWORD, Language.EN, proven);
    }

    private static HttpResponse<String> post(HttpBrowser browser, String email) {
        return browser.post("/sign-up", "name", "Kim", "email", email, "password", PASSWORD);
    }
}
