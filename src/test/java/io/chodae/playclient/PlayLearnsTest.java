package io.chodae.playclient;

import static io.chodae.playclient.TestPlay.json;
import static io.chodae.playclient.TestPlay.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.directory.Account;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a Play learns of whom it signs in. */
@PlayTest
class PlayLearnsTest extends PlaySignIn {

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

    private String subject(TestPlay one) {
        return json(one.userInfo(one.tokens(browser))).get("sub").asString();
    }
}
