package io.chodae.playclient;

import static io.chodae.playclient.TestPlay.error;
import static io.chodae.playclient.TestPlay.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.bizkit.MyServices;
import io.chodae.directory.Account;
import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import io.chodae.identity.ManagedChange;
import io.chodae.identity.RemoveManagedAccount;
import io.chodae.identity.SuspendManagedAccount;
import io.chodae.testing.HttpBrowser;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What an organisation does to an account reaches the Plays of other publishers at once. */
@PlayTest
class ManagedAtPlaysTest {

    @Autowired
    private Kits kits;

    @Autowired
    private TestPlays plays;

    @Autowired
    private Customers customers;

    @Autowired
    private SuspendManagedAccount suspend;

    @Autowired
    private RemoveManagedAccount remove;

    @Autowired
    private MyServices services;

    @Autowired
    private JdbcClient jdbc;

    private Customer organisation;
    private TestPlay play;
    private Account person;
    private HttpBrowser browser;

    @BeforeEach
    void enrolledSignedInAndManagedBySomebodyElse() {
        Publisher publisher = kits.full();
        play = plays.registered(publisher);
        person = plays.enrolled(publisher);
        browser = plays.signedIn(person);
        organisation = customers.create("하늘기획");
        jdbc.sql("update account set managed_by = :by, managed_since = created_at where account_id = :id")
                .param("by", organisation.id().value())
                .param("id", person.id().value())
                .update();
    }

    @Test
    void whoeverIsSuspendedIsSignedOutOfPlaysAndOfThisServerAndReadsByWhom() {
        JsonNode tokens = play.tokens(browser);
        assertThat(suspend.suspend(organisation.id(), person.id(), Actor.system()))
                .isEqualTo(ManagedChange.DONE);

        assertThat(error(play.refresh(tokens))).isEqualTo("invalid_grant");
        assertThat(location(browser.get("/me"))).endsWith("/sign-in");
        HttpResponse<String> page = refusedSignIn();
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("하늘기획 manages this account");

        assertThat(suspend.resume(organisation.id(), person.id(), Actor.system()))
                .isEqualTo(ManagedChange.DONE);
        assertThat(plays.signedIn(person).get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionThatWasBegunMeanwhileOpensNothing() {
        suspend.suspend(organisation.id(), person.id(), Actor.system());
        suspend.resume(organisation.id(), person.id(), Actor.system());
        HttpBrowser quick = plays.signedIn(person);
        jdbc.sql("update account set suspended_at = created_at where account_id = :id")
                .param("id", person.id().value())
                .update();
        assertThat(location(quick.get("/me/profile"))).endsWith("/sign-in");
        assertThat(quick.get("/console").statusCode()).isEqualTo(403);
        assertThat(location(quick.get(play.authorizePath()))).doesNotContain("code=");
    }

    @Test
    void whoeverIsRemovedIsGoneFromEveryService() {
        JsonNode tokens = play.tokens(browser);
        assertThat(remove.remove(organisation.id(), person.id(), Actor.system()))
                .isEqualTo(ManagedChange.DONE);
        assertThat(error(play.refresh(tokens))).isEqualTo("invalid_grant");
        assertThat(services.of(person.id())).isEmpty();
        assertThat(location(browser.get("/me"))).endsWith("/sign-in");
        assertThat(location(plays.browser().signIn(person.email().value(), TestPlays.PASSWORD)))
                .contains("fault=credentials");
    }

    private HttpResponse<String> refusedSignIn() {
        HttpBrowser again = plays.browser();
        assertThat(location(again.signIn(person.email().value(), TestPlays.PASSWORD)))
                .endsWith("/suspended");
        return again.get("/suspended?lang=en");
    }
}
