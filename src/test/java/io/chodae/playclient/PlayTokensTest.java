package io.chodae.playclient;

import static io.chodae.playclient.TestPlay.error;
import static io.chodae.playclient.TestPlay.json;
import static io.chodae.playclient.TestPlay.location;
import static io.chodae.playclient.TestPlay.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.AtOnce;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Addresses, codes and tokens: what is not the one that was asked with, or comes twice, gives nothing. */
@PlayTest
class PlayTokensTest extends PlaySignIn {

    @Test
    void aSignInEndsAtARegisteredAddressAndNowhereElse() {
        for (String address : List.of(
                "https://evil.example/callback",
                TestPlay.CALLBACK + "/",
                TestPlay.CALLBACK + "?next=1",
                TestPlay.CALLBACK.toUpperCase(Locale.ROOT),
                TestPlay.LOCAL.replace("9191", "9292"))) {
            HttpResponse<String> answer = browser.get(play.authorizePath("redirect_uri", address));
            assertThat(answer.statusCode()).as(address).isEqualTo(400);
            assertThat(answer.headers().firstValue("Location")).as(address).isEmpty();
        }
        assertThat(location(browser.get(play.authorizePath("redirect_uri", TestPlay.LOCAL))))
                .startsWith(TestPlay.LOCAL + "?code=");
        assertThat(browser.get(play.authorizePath("redirect_uri", "")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void withoutItsChallengeAndVerifierNothingIsGiven() {
        assertThat(parameter(
                        browser.get(play.authorizePath("code_challenge", "", "code_challenge_method", "")), "error"))
                .isEqualTo("invalid_request");
        assertThat(parameter(
                        browser.get(play.authorizePath(
                                "code_challenge", TestPlay.VERIFIER, "code_challenge_method", "plain")),
                        "error"))
                .isEqualTo("invalid_request");
        assertThat(error(play.exchange(play.code(browser), "code_verifier", "")))
                .isEqualTo("invalid_grant");
        assertThat(error(play.exchange(
                        play.code(browser), "code_verifier", "another-verifier-that-is-at-least-43-characters")))
                .isEqualTo("invalid_grant");
    }

    @Test
    void aCodeThatComesAgainEndsEverythingItGave() {
        String code = play.code(browser);
        JsonNode tokens = json(play.exchange(code));
        JsonNode renewed = json(play.refresh(tokens));
        assertThat(error(play.exchange(code))).isEqualTo("invalid_grant");
        assertThat(error(play.refresh(renewed))).isEqualTo("invalid_grant");
        assertThat(error(play.userInfo(renewed))).isEqualTo("invalid_token");
    }

    @Test
    void aRefreshTokenThatComesAgainEndsTheOneAfterItToo() {
        JsonNode first = play.tokens(browser);
        JsonNode second = json(play.refresh(first));
        JsonNode third = json(play.refresh(second));
        assertThat(third.get("refresh_token").asString())
                .isNotEqualTo(second.get("refresh_token").asString());
        assertThat(error(play.refresh(first))).isEqualTo("invalid_grant");
        assertThat(error(play.refresh(third))).isEqualTo("invalid_grant");
        assertThat(error(play.userInfo(third))).isEqualTo("invalid_token");
    }

    @RepeatedTest(5)
    void ofTwoRefreshesAtOnceOneIsAnsweredAndNothingIsLeft() throws Exception {
        JsonNode tokens = play.tokens(browser);
        List<HttpResponse<String>> answers = AtOnce.run(() -> play.refresh(tokens), () -> play.refresh(tokens));
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 400);
        for (HttpResponse<String> answer : answers) {
            if (answer.statusCode() == 200) {
                assertThat(error(play.refresh(json(answer)))).isEqualTo("invalid_grant");
            }
        }
        assertThat(authorizations()).isZero();
    }

    @Test
    void anAccessTokenIsShort() {
        assertThat(play.tokens(browser).get("expires_in").asInt()).isBetween(290, 300);
    }
}
