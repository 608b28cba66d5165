package io.chodae.playclient;

import static io.chodae.playclient.TestPlay.error;
import static io.chodae.playclient.TestPlay.location;
import static io.chodae.playclient.TestPlay.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.EnablePrivatePlay;
import io.chodae.bizkit.Heard;
import io.chodae.bizkit.MyService;
import io.chodae.bizkit.RemoveUser;
import io.chodae.bizkit.ResumeUser;
import io.chodae.bizkit.SuspendUser;
import io.chodae.bizkit.UsersShutOut;
import io.chodae.directory.Account;
import io.chodae.testing.HttpBrowser;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Who gets signed in to a Play, and how that ends. */
@PlayTest
class PlayAccessTest extends PlaySignIn {

    @Autowired
    private SuspendUser suspend;

    @Autowired
    private Heard heard;

    @Autowired
    private ResumeUser resume;

    @Autowired
    private RemoveUser remove;

    @Autowired
    private EnablePrivatePlay enablePlay;

    @Test
    void whoSignsInFirstIsSentBackWithACodeWithoutBeingAskedAgain() {
        HttpBrowser fresh = plays.browser();
        assertThat(location(fresh.get(play.authorizePath()))).endsWith("/sign-in");
        assertThat(fresh.get("/sign-in")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .endsWith("form-action 'self' https://play.example");
        HttpResponse<String> signedIn = fresh.signIn(person.email().value(), TestPlays.PASSWORD);
        HttpResponse<String> sentBack = fresh.get(location(signedIn));
        assertThat(location(sentBack)).startsWith(TestPlay.CALLBACK + "?code=");
    }

    @Test
    void anotherCustomersUserGetsNoCode() {
        Account stranger = plays.enrolled(kits.full());
        assertThat(refusedAtAuthorize(plays.signedIn(stranger))).isTrue();
    }

    @Test
    void aClosedAccountGetsNeitherACodeNorARefresh() {
        JsonNode tokens = play.tokens(browser);
        jdbc.sql("update account set disabled_at = now() where account_id = :id")
                .param("id", person.id().value())
                .update();
        assertEnded(tokens);
    }

    @Test
    void whoLeavesTheServiceIsSignedOutOfThePlayAtOnce() {
        JsonNode tokens = play.tokens(browser);
        String code = play.code(browser);
        leave();
        assertThat(authorizations()).isZero();
        assertThat(error(play.exchange(code))).isEqualTo("invalid_grant");
        assertEnded(tokens);
    }

    @Test
    void whoIsSuspendedOrRemovedIsSignedOutAtOnce() {
        long user = services.of(person.id()).getFirst().userId();
        JsonNode tokens = play.tokens(browser);
        assertThat(suspend.suspend(publisher.customer(), List.of(user), publisher.actor()))
                .isOne();
        assertThat(authorizations()).isZero();
        assertEnded(tokens);

        resume.resume(publisher.customer(), List.of(user), publisher.actor());
        JsonNode again = play.tokens(browser);
        assertThat(remove.remove(publisher.customer(), List.of(user), publisher.actor()))
                .isOne();
        assertThat(authorizations()).isZero();
        assertEnded(again);
    }

    @Test
    void whoAreSuspendedTogetherAreSignedOutByOneStep() {
        Account other = plays.enrolled(publisher);
        HttpBrowser otherBrowser = plays.signedIn(other);
        JsonNode otherTokens = play.tokens(otherBrowser);
        JsonNode tokens = play.tokens(browser);
        List<Long> both = List.of(kits.userOf(publisher, person), kits.userOf(publisher, other));
        assertThat(suspend.suspend(publisher.customer(), both, publisher.actor()))
                .isEqualTo(2);
        assertEnded(tokens);
        assertThat(error(play.refresh(otherTokens))).isEqualTo("invalid_grant");
        assertThat(heard.of(UsersShutOut.class, UsersShutOut::customer, publisher.customer()))
                .containsExactly(new UsersShutOut(publisher.customer(), List.of(person.id(), other.id())));
    }

    @Test
    void whoStopsUsingThisPlayIsSignedOutOfItAndOfNoOther() {
        long second = kits.play(publisher, "조명");
        Account both = plays.person();
        kits.accept(
                kits.invite(
                        publisher,
                        kits.offer(publisher, OptionalLong.empty(), publisher.play(), second),
                        both.email().value()),
                both);
        TestPlay light = plays.registered(publisher, second);
        browser = plays.signedIn(both);
        JsonNode here = play.tokens(browser);
        JsonNode there = light.tokens(browser);
        MyService service = services.of(both.id()).getFirst();
        assertThat(services.withdrawFromPlay(both.id(), publisher.customer(), service.userId(), publisher.play()))
                .isTrue();
        assertEnded(here);
        assertThat(light.refresh(there).statusCode()).isEqualTo(200);
    }

    /** What no event tells is found out at the next question, whatever it is. */
    @Test
    void accessThatEndedInSilenceEndsAtEachStep() {
        JsonNode tokens = play.tokens(browser);
        String code = play.code(browser);
        jdbc.sql("update enrolled_user set left_at = now() where customer_id = :customer")
                .param("customer", publisher.customer().value())
                .update();
        assertThat(error(play.userInfo(tokens))).isEqualTo("invalid_token");
        assertThat(error(play.exchange(code))).isEqualTo("invalid_grant");
        assertEnded(tokens);
        assertThat(authorizations()).as("what was asked with is gone").isZero();
    }

    @Test
    void aPlayThatIsOffSignsNobodyIn() {
        JsonNode tokens = play.tokens(browser);
        enablePlay.enable(publisher.customer(), publisher.play(), false, publisher.actor());
        assertEnded(tokens);
        enablePlay.enable(publisher.customer(), publisher.play(), true, publisher.actor());
        assertThat(error(play.refresh(tokens))).as("off is for good").isEqualTo("invalid_grant");
    }

    @Test
    void thePersonCanSignOutFromThePlay() {
        JsonNode tokens = play.tokens(browser);
        HttpResponse<String> out = browser.get("/connect/logout?id_token_hint="
                + tokens.get("id_token").asString() + "&post_logout_redirect_uri="
                + HttpBrowser.encode(TestPlays.LOGGED_OUT));
        assertThat(location(out)).isEqualTo(TestPlays.LOGGED_OUT);
        assertThat(location(browser.get(play.authorizePath()))).endsWith("/sign-in");
    }

    @Test
    void whoAsksWithoutAPageIsToldSoAndNothingMore() {
        Account stranger = plays.person();
        HttpResponse<String> answer = plays.signedIn(stranger).get(play.authorizePath("prompt", "none"));
        assertThat(location(answer)).startsWith(TestPlay.CALLBACK);
        assertThat(parameter(answer, "error")).isEqualTo("access_denied");
        assertThat(parameter(answer, "state")).isEqualTo("s-456");
        assertThat(location(plays.browser().get(play.authorizePath("prompt", "none"))))
                .contains("error=login_required");
    }
}
