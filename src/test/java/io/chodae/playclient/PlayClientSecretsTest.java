package io.chodae.playclient;

import static io.chodae.playclient.TestPlay.error;
import static io.chodae.playclient.TestPlay.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.identity.ClientSecrets;
import io.chodae.testing.TestClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A Play proves who it is, and one that is off or unknown gets nothing. */
@PlayTest
class PlayClientSecretsTest extends PlaySignIn {

    @Autowired
    private ChangePlayClient change;

    @Autowired
    private RenewPlaySecret renew;

    @Autowired
    private PlayClients clients;

    @Autowired
    private TestClock clock;

    @Test
    void aClientThatIsOffSignsNobodyInAndKnowsItsSecretNoMore() {
        JsonNode tokens = play.tokens(browser);
        String code = play.code(browser);
        assertThat(change.enable(publisher.customer(), publisher.play(), false, publisher.actor()))
                .isTrue();
        assertThat(error(play.exchange(code))).isEqualTo("invalid_client");
        assertThat(error(play.refresh(tokens))).isEqualTo("invalid_client");
        assertThat(error(play.userInfo(tokens))).isEqualTo("invalid_token");
        assertThat(refusedAtAuthorize(browser)).isTrue();

        change.enable(publisher.customer(), publisher.play(), true, publisher.actor());
        assertThat(error(play.refresh(tokens))).as("off is for good").isEqualTo("invalid_grant");
        assertThat(play.tokens(browser).has("id_token")).isTrue();
    }

    @Test
    void aRemovedClientIsUnknown() {
        JsonNode tokens = play.tokens(browser);
        assertThat(change.remove(publisher.customer(), publisher.play(), publisher.actor()))
                .isTrue();
        assertThat(error(play.refresh(tokens))).isEqualTo("invalid_client");
        assertThat(error(play.userInfo(tokens))).isEqualTo("invalid_token");
        assertThat(browser.get(play.authorizePath()).statusCode()).isEqualTo(400);
        assertThat(plays.registered(publisher).clientId()).isNotEqualTo(play.clientId());
    }

    @Test
    void aSecretMustFit() {
        String code = play.code(browser);
        assertThat(error(play.with("chodae_guessed").exchange(code))).isEqualTo("invalid_client");
        assertThat(error(play.with(ClientSecrets.hash(play.secret())).exchange(code)))
                .as("what the database holds")
                .isEqualTo("invalid_client");
        assertThat(error(plays.registered(kits.full()).exchange(code)))
                .as("of another Play")
                .isEqualTo("invalid_grant");
    }

    @Test
    void theSecretMayStandInTheForm() {
        HttpResponse<String> answer =
                play.exchange(play.code(browser), "client_id", play.clientId(), "client_secret", play.secret());
        assertThat(json(answer).has("id_token")).isTrue();
    }

    @Test
    void theOldSecretWorksForADayOrUntilItIsEnded() {
        String fresh = renew.renew(publisher.customer(), publisher.play(), 1, publisher.actor())
                .orElseThrow();
        TestPlay renewed = play.with(fresh);
        assertThat(json(renewed.exchange(play.code(browser))).has("id_token")).isTrue();
        assertThat(json(play.exchange(play.code(browser))).has("id_token")).isTrue();
        assertThat(renew.endOld(publisher.customer(), publisher.play(), publisher.actor()))
                .isTrue();
        assertThat(error(play.exchange(play.code(browser)))).isEqualTo("invalid_client");

        renew.renew(publisher.customer(), publisher.play(), 2, publisher.actor());
        assertThat(json(renewed.exchange(play.code(browser))).has("id_token")).isTrue();
        clock.advance(RenewPlaySecret.OVERLAP.plus(Duration.ofSeconds(1)));
        browser = plays.signedIn(person);
        assertThat(error(renewed.exchange(play.code(browser)))).isEqualTo("invalid_client");
        assertThat(clients.find(publisher.customer(), publisher.play())
                        .orElseThrow()
                        .oldSecretUntil())
                .isNull();
    }
}
