package io.chodae.acceptance;

import static io.chodae.acceptance.Invited.PASSWORD;
import static io.chodae.acceptance.Invited.location;
import static io.chodae.acceptance.Invited.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.KitTest;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.bizkit.MyService;
import io.chodae.bizkit.MyServices;
import io.chodae.directory.Account;
import io.chodae.directory.Customers;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationId;
import io.chodae.invitation.InvitationState;
import io.chodae.testing.HttpBrowser;
import io.chodae.testing.TestClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looking changes nothing, and what is somebody's nobody else can touch. */
@KitTest
@Import(Invited.class)
class NothingChangesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Kits kits;

    @Autowired
    private Invited invited;

    @Autowired
    private MyServices services;

    @Autowired
    private Customers customers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Publisher publisher;
    private InvitationId id;
    private final String address = Kits.address();

    @BeforeEach
    void invite() {
        publisher = kits.full();
        id = kits.invite(publisher, kits.offer(publisher), address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/start", "/confirm", "/decline", "/done", "/accept", "/sign-up", "/continue"})
    void askingForTheHeadOfAPageChangesNothing(String page) {
        invited.member(address, true);
        HttpBrowser member = signedIn(port, address);
        Invitation before = kits.now(id);
        long trail = trail();
        for (HttpBrowser browser : List.of(new HttpBrowser(port), member)) {
            HttpResponse<String> head = browser.head(invited.path(id) + page);
            assertThat(head.statusCode()).isIn(200, 302, 405);
            assertThat(head.body()).isEmpty();
            browser.get(invited.path(id) + page);
        }
        assertThat(kits.now(id)).isEqualTo(before);
        assertThat(trail()).isEqualTo(trail);
        assertThat(services.of(invited.account(address).id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/accept", "/decline", "/sign-up", "/continue"})
    void withoutTheTokenOfAFormNothingIsPosted(String page) {
        invited.member(address, true);
        HttpBrowser member = signedIn(port, address);
        assertThat(member.postPlain(invited.path(id) + page, "name", "맹동주", "password", PASSWORD)
                        .statusCode())
                .isEqualTo(403);
        assertThat(kits.now(id).state()).isEqualTo(InvitationState.INVITED);
        assertThat(kits.now(id).wentOnAt()).isNull();
    }

    @Test
    void goingOnIsNotedOnceByAPressAndNothingElseMoves() {
        Invitation before = kits.now(id);
        HttpBrowser visitor = new HttpBrowser(port);
        assertThat(location(visitor.post(invited.path(id) + "/continue"))).isEqualTo(invited.path(id) + "/confirm");
        Instant noted = kits.now(id).wentOnAt();
        assertThat(noted).isNotNull();
        assertThat(kits.now(id).state()).isEqualTo(before.state());
        assertThat(kits.now(id).expiresAt()).isEqualTo(before.expiresAt());
        clock.advance(Duration.ofMinutes(5));
        visitor.post(invited.path(id) + "/continue");
        assertThat(kits.now(id).wentOnAt()).isEqualTo(noted);
        clock.reset();
    }

    @Test
    void whoDeclinesHasGoneOnToo() {
        HttpBrowser visitor = new HttpBrowser(port);
        visitor.post(invited.path(id) + "/decline", "reason", "");
        assertThat(kits.now(id).wentOnAt()).isEqualTo(kits.now(id).endedAt());
    }

    @Test
    void anAcceptedInvitationBelongsToNobodyElse() {
        Account owner = invited.member(address, true);
        signedIn(port, address).post(invited.path(id) + "/accept");
        Invitation accepted = kits.now(id);
        MyService service = services.of(owner.id()).getFirst();
        long trail = trail();

        String other = Kits.address();
        Account stranger = invited.member(other, true);
        HttpBrowser browser = signedIn(port, other);
        for (String page : new String[] {"/accept", "/decline", "/sign-up"}) {
            HttpResponse<String> answer =
                    browser.post(invited.path(id) + page, "name", "맹동주", "password", PASSWORD, "reason", "x");
            assertThat(answer.statusCode()).as(page).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("한빛", address);
        }
        assertThat(kits.now(id)).isEqualTo(accepted);
        assertThat(services.of(owner.id())).containsExactly(service);
        assertThat(services.of(stranger.id())).isEmpty();
        assertThat(trail()).isEqualTo(trail);
    }

    @Test
    void nobodyLeavesForSomebodyElseByThePages() {
        Account owner = invited.member(address, true);
        signedIn(port, address).post(invited.path(id) + "/accept");
        MyService service = services.of(owner.id()).getFirst();
        Publisher elsewhere = kits.full();
        String other = Kits.address();
        invited.member(other, true);
        HttpBrowser stranger = signedIn(port, other);
        stranger.post(invited.path(elsewhere, other) + "/accept");
        Account strangerAccount = invited.account(other);
        List<MyService> theirs = services.of(strangerAccount.id());

        String here = "/me/services/" + service.publisherId();
        String there = "/me/services/"
                + customers.find(elsewhere.customer()).orElseThrow().externalId();
        assertThat(stranger.get(here + "/withdraw").statusCode()).isEqualTo(404);
        for (String path : new String[] {
            here + "/withdraw",
            here + "/plays/" + publisher.play() + "/withdraw",
            "/me/services/" + service.userId() + "/withdraw",
            "/me/services/C00000000/withdraw"
        }) {
            assertThat(stranger.post(path).statusCode()).as(path).isEqualTo(404);
        }
        // a Play of another publisher, under one's own service: nothing to leave
        assertThat(location(stranger.post(there + "/plays/" + publisher.play() + "/withdraw")))
                .isEqualTo("/me");
        assertThat(services.of(owner.id())).containsExactly(service);
        assertThat(services.of(strangerAccount.id())).isEqualTo(theirs);
    }

    @Test
    void aProfileAndItsMailAreOnlyEverOnesOwn() {
        Account owner = invited.member(address, false);
        String other = Kits.address();
        invited.member(other, true);
        HttpBrowser stranger = signedIn(port, other);
        String[] forged = {"id", String.valueOf(owner.id().value()), "email", address, "name", "도둑", "language", "en"};
        assertThat(location(stranger.post("/me/profile", forged))).isEqualTo("/me/profile");
        assertThat(location(stranger.post("/me/mail", forged))).isEqualTo("/me/mail");
        assertThat(stranger.post("/me/profile/password", "email", address, "password", "another5marble8wind")
                        .statusCode())
                .isEqualTo(422);
        assertThat(invited.account(address)).isEqualTo(owner);
        assertThat(location(new HttpBrowser(port).signIn(address, PASSWORD))).isEqualTo("/me");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/me/services/C00000000/withdraw",
                "/me/services/C00000000/plays/1/withdraw",
                "/me/profile",
                "/me/mail"
            })
    void aVisitorIsAskedToSignInFirst(String path) {
        assertThat(location(new HttpBrowser(port).post(path))).isEqualTo("/sign-in");
    }

    private long trail() {
        return jdbc.sql("select count(*) from audit_event where customer_id = :customer")
                .param("customer", publisher.customer().value())
                .query(Long.class)
                .single();
    }
}
