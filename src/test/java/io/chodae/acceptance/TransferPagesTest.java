package io.chodae.acceptance;

import static io.chodae.acceptance.Invited.location;
import static io.chodae.acceptance.Invited.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Kits;
import io.chodae.capture.CaptureTest;
import io.chodae.capture.Captures;
import io.chodae.capture.Captures.Organisation;
import io.chodae.capture.SetTransferRules;
import io.chodae.capture.TransferRules;
import io.chodae.capture.TransferRules.Follows;
import io.chodae.capture.UserInvitationState;
import io.chodae.capture.UserInvitations;
import io.chodae.directory.Account;
import io.chodae.testing.HttpBrowser;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What a person reads and does about a request to have the account managed. */
@CaptureTest
@Import({Kits.class, Invited.class})
class TransferPagesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Captures captures;

    @Autowired
    private SetTransferRules setRules;

    @Autowired
    private Invited invited;

    @Autowired
    private UserInvitations invitations;

    private Organisation hotel;
    private Account person;
    private String path;

    @BeforeEach
    void invite() {
        hotel = captures.organisation();
        captures.contact(hotel, "it@hotel.example");
        person = invited.member("minji@" + hotel.domain(), true);
        captures.tell(person);
        captures.send(hotel, person.email());
        path = path();
    }

    @Test
    void thePageSaysWhoAsksAndWhatItMeans() {
        HttpResponse<String> page = new HttpBrowser(port).get(path + "?lang=en");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("한빛호텔 asks to manage your account")
                .contains("sign it out everywhere, suspend it or remove it")
                .contains("it@hotel.example")
                .contains(person.email().value());
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void thePageNamesTheDeadlineAndWhatFollows() {
        assertThat(new HttpBrowser(port).get(path).body()).doesNotContain("id=\"deadline\"");
        setRules.set(hotel.customer(), new TransferRules(List.of(), 30, Follows.EVICT, 7, true), true, hotel.actor());
        captures.send(hotel, person.email());
        path = path();
        assertThat(new HttpBrowser(port).get(path + "?lang=en").body())
                .contains(
                        "14 Feb 2026, 18:00 (Korea time)",
                        "takes the address " + person.email().value() + " back")
                .contains("This also holds if you decline", "/me/address");
        assertThat(new HttpBrowser(port).get(path + "/decline?lang=en").body()).contains("Even if you decline");
        setRules.set(
                hotel.customer(), new TransferRules(List.of(), 30, Follows.NOTHING, 7, false), false, hotel.actor());
        assertThat(new HttpBrowser(port).get(path + "?lang=en").body()).contains("Nothing happens to your account");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/start", "/confirm", "/decline", "/done", "/accept"})
    void lookingChangesNothing(String step) {
        HttpBrowser member = signedIn(port, person.email().value());
        for (HttpBrowser browser : List.of(new HttpBrowser(port), member)) {
            assertThat(browser.head(path + step).statusCode()).isIn(200, 302, 405);
            browser.get(path + step);
        }
        assertThat(state()).isEqualTo(UserInvitationState.INVITED);
        assertThat(captures.trail(hotel)).hasSize(1);
    }

    @Test
    void whoTicksAndAcceptsIsManaged() {
        HttpBrowser browser = new HttpBrowser(port);
        assertThat(location(browser.get(path + "/confirm"))).isEqualTo(path + "/start");
        assertThat(browser.get(path + "/start").body()).contains(person.email().value());
        browser = signedIn(port, person.email().value());
        assertThat(browser.get(path + "/confirm").body()).contains("name=\"agreed\"");

        assertThat(browser.post(path + "/accept").statusCode()).isEqualTo(422);
        assertThat(state()).isEqualTo(UserInvitationState.INVITED);

        assertThat(location(browser.post(path + "/accept", "agreed", "true"))).isEqualTo(path + "/done");
        assertThat(state()).isEqualTo(UserInvitationState.ACCEPTED);
        assertThat(browser.get(path + "/done?lang=en").body()).contains("now managed by 한빛호텔");
        assertThat(location(browser.post(path + "/accept", "agreed", "true"))).isEqualTo(path + "/done");
    }

    @Test
    void anotherAccountIsAskedToSwitch() {
        Account other = invited.member("other@" + hotel.domain(), true);
        HttpBrowser browser = signedIn(port, other.email().value());
        assertThat(browser.get(path + "/confirm?lang=en").body())
                .contains("You are signed in to another account")
                .doesNotContain("name=\"agreed\"");
        assertThat(location(browser.post(path + "/accept", "agreed", "true"))).isEqualTo(path + "/confirm");
        assertThat(state()).isEqualTo(UserInvitationState.INVITED);
    }

    @Test
    void decliningNeedsNoSignIn() {
        HttpBrowser browser = new HttpBrowser(port);
        assertThat(browser.get(path + "/decline").statusCode()).isEqualTo(200);
        assertThat(browser.post(path + "/decline", "reason", "x".repeat(401)).statusCode())
                .isEqualTo(422);
        assertThat(browser.post(path + "/decline?lang=en", "reason", "not now").body())
                .contains("You declined the transfer");
        assertThat(state()).isEqualTo(UserInvitationState.DECLINED);
        assertEnded(path, "You declined this request");
    }

    @Test
    void deadLinksSayWhatBecameOfThem() {
        captures.send(hotel, person.email());
        assertEnded(path, "There is a newer mail");
        String newer = path();
        captures.cancel(hotel, person.email());
        assertEnded(newer, "This request was taken back");
        captures.lose(hotel.customer(), hotel.domain());
        assertEnded(newer, "This request no longer applies");
        HttpResponse<String> unknown = new HttpBrowser(port).get("/t/" + "a".repeat(32) + "?lang=en");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("This link cannot be used");
        assertThat(new HttpBrowser(port).get("/t/short/confirm").statusCode()).isEqualTo(404);
    }

    @Test
    void withoutTheTokenOfAFormNothingIsPosted() {
        HttpBrowser browser = signedIn(port, person.email().value());
        assertThat(browser.postPlain(path + "/accept", "agreed", "true").statusCode())
                .isEqualTo(403);
        assertThat(browser.postPlain(path + "/decline").statusCode()).isEqualTo(403);
        assertThat(state()).isEqualTo(UserInvitationState.INVITED);
    }

    private void assertEnded(String link, String words) {
        HttpResponse<String> page = new HttpBrowser(port).get(link + "/confirm?lang=en");
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains(words);
    }

    private String path() {
        return "/t/" + captures.link(hotel, person).reveal();
    }

    private UserInvitationState state() {
        return invitations.find(hotel.customer(), person.email()).orElseThrow().state();
    }
}
