package io.chodae.playclient;

import static io.chodae.playclient.TestPlay.error;
import static io.chodae.playclient.TestPlay.json;
import static io.chodae.playclient.TestPlay.location;
import static io.chodae.playclient.TestPlay.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.chodae.bizkit.AtOnce;
import io.chodae.bizkit.EnablePrivatePlay;
import io.chodae.bizkit.Heard;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.bizkit.MyService;
import io.chodae.bizkit.MyServices;
import io.chodae.bizkit.RemoveUser;
import io.chodae.bizkit.ResumeUser;
import io.chodae.bizkit.SuspendUser;
import io.chodae.bizkit.UsersShutOut;
import io.chodae.directory.Account;
import io.chodae.identity.ClientSecrets;
import io.chodae.testing.HttpBrowser;
import io.chodae.testing.TestClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who gets signed in to a Play, what the Play learns, and how it ends, over HTTP as the Play and a browser see it. */
@PlayTest
class PlaySignInTest {

    @Autowired
    private Kits kits;

    @Autowired
    private Heard heard;

    @Autowired
    private TestPlays plays;

    @Autowired
    private MyServices services;

    @Autowired
    private SuspendUser suspend;

    @Autowired
    private ResumeUser resume;

    @Autowired
    private RemoveUser remove;

    @Autowired
    private EnablePrivatePlay enablePlay;

    @Autowired
    private ChangePlayClient change;

    @Autowired
    private RenewPlaySecret renew;

    @Autowired
    private PlayClients clients;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Publisher publisher;
    private TestPlay play;
    private Account person;
    private HttpBrowser browser;

    @BeforeEach
    void enrolledAndSignedIn() {
        publisher = kits.full();
        play = plays.registered(publisher);
        person = plays.enrolled(publisher);
        browser = plays.signedIn(person);
    }

    @Test
    void thePlayLearnsWhatThePublisherKnowsAndNotTheAccount() throws Exception {
        JsonNode tokens = play.tokens(browser);
        JsonNode user = json(play.userInfo(tokens));
        assertThat(user.get("name").asString()).isEqualTo("맹동주");
        assertThat(user.get("email").asString()).isEqualTo(person.email().value());
        assertThat(user.get("email_verified").asBoolean()).isTrue();
        assertThat(user.get("phone_number").asString()).isEqualTo("01012345678");
        assertThat(user.get("tag").asString()).isEqualTo("3층");
        assertThat(user.get("service_type").asString()).isEqualTo("SERVICE");
        assertThat(user.has("group")).isFalse();

        String account = Long.toString(person.id().value());
        Map<String, Object> idToken = SignedJWT.parse(tokens.get("id_token").asString())
                .getJWTClaimsSet()
                .getClaims();
        assertThat(idToken)
                .containsEntry("sub", user.get("sub").asString())
                .containsEntry("nonce", "n-123")
                .containsEntry("tag", "3층")
                .containsEntry("aud", List.of(play.clientId()));
        assertThat(user.get("sub").asString()).isNotEqualTo(account).hasSize(24);
        assertThat(SignedJWT.parse(tokens.get("access_token").asString())
                        .getJWTClaimsSet()
                        .getSubject())
                .isEqualTo(user.get("sub").asString());
    }

    @Test
    void theGroupIsNamedByIdAndName() {
        long group = kits.group(publisher, "객실팀", publisher.play());
        Account member = plays.person();
        kits.accept(
                kits.invite(
                        publisher,
                        kits.offerInto(publisher, group),
                        member.email().value()),
                member);
        JsonNode user = json(play.userInfo(play.tokens(plays.signedIn(member))));
        assertThat(user.get("group").toString()).isEqualTo("{\"id\":\"" + group + "\",\"name\":\"객실팀\"}");
        JsonNode renewed = json(play.refresh(play.tokens(plays.signedIn(member))));
        assertThat(json(play.userInfo(renewed)).has("group")).isTrue();
    }

    @Test
    void aPlayThatAsksForLessLearnsLess() {
        String code = parameter(browser.get(play.authorizePath("scope", "openid email")), "code");
        JsonNode user = json(play.userInfo(json(play.exchange(code))));
        assertThat(user.propertyNames()).containsExactlyInAnyOrder("sub", "email", "email_verified");
    }

    @Test
    void anInvitedAddressThatIsNotTheAccountsIsNotCalledVerified() {
        Account other = plays.person();
        String invited = Kits.address();
        kits.accept(kits.invite(publisher, kits.offer(publisher), invited), other);
        JsonNode user = json(play.userInfo(play.tokens(plays.signedIn(other))));
        assertThat(user.get("email").asString()).isEqualTo(invited);
        assertThat(user.get("email_verified").asBoolean()).isFalse();
    }

    @Test
    void aPersonIsTheSameAtAllPlaysOfAPublisherAndAnotherAtAnotherPublisher() {
        long second = kits.play(publisher, "조명");
        kits.accept(kits.invite(publisher), person);
        TestPlay otherPlay = plays.registered(publisher, second);
        long group = kits.group(publisher, "팀", publisher.play(), second);
        leave();
        kits.accept(
                kits.invite(
                        publisher,
                        kits.offerInto(publisher, group),
                        person.email().value()),
                person);
        String here = subject(play);
        assertThat(subject(otherPlay)).isEqualTo(here);

        Publisher elsewhere = kits.full();
        TestPlay theirs = plays.registered(elsewhere);
        plays.enrol(elsewhere, person);
        assertThat(subject(theirs)).isNotEqualTo(here);
    }

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

    private void assertEnded(JsonNode tokens) {
        assertThat(error(play.userInfo(tokens))).isEqualTo("invalid_token");
        assertThat(error(play.refresh(tokens))).isEqualTo("invalid_grant");
        assertThat(refusedAtAuthorize(browser)).isTrue();
    }

    private boolean refusedAtAuthorize(HttpBrowser asked) {
        String next = location(asked.get(play.authorizePath()));
        assertThat(next).doesNotContain("code=");
        return next.contains("/play/refused?");
    }

    private void leave() {
        services.of(person.id())
                .forEach(service -> assertThat(
                                services.withdrawFromService(person.id(), service.customer(), service.userId()))
                        .isTrue());
    }

    private String subject(TestPlay one) {
        return json(one.userInfo(one.tokens(browser))).get("sub").asString();
    }

    private int authorizations() {
        return jdbc.sql("select count(*) from oauth2_authorization where principal_name = :name")
                .param("name", Long.toString(person.id().value()))
                .query(Integer.class)
                .single();
    }
}
