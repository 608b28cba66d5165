package io.chodae.acceptance;

import static io.chodae.acceptance.Invited.PASSWORD;
import static io.chodae.acceptance.Invited.location;
import static io.chodae.acceptance.Invited.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.DeleteUserGroup;
import io.chodae.bizkit.EnablePrivatePlay;
import io.chodae.bizkit.KitTest;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.bizkit.MyService;
import io.chodae.bizkit.MyServices;
import io.chodae.directory.Account;
import io.chodae.invitation.CancelInvitation;
import io.chodae.invitation.InvitationId;
import io.chodae.invitation.InvitationState;
import io.chodae.invitation.Invitations;
import io.chodae.shared.EmailAddress;
import io.chodae.testing.HttpBrowser;
import java.net.http.HttpResponse;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ways through an invitation's pages that leave them for a moment and must come back. */
@KitTest
@Import(Invited.class)
class RoadPagesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Kits kits;

    @Autowired
    private Invited invited;

    @Autowired
    private CancelInvitation cancel;

    @Autowired
    private EnablePrivatePlay enable;

    @Autowired
    private DeleteUserGroup deleteGroup;

    @Autowired
    private MyServices services;

    @Autowired
    private Invitations invitations;

    @Autowired
    private JdbcClient jdbc;

    private Publisher publisher;
    private final String address = Kits.address();

    @BeforeEach
    void found() {
        publisher = kits.full();
    }

    @Test
    void whoSwitchesTheAccountStillSignsUpWithoutASecondMail() {
        String path = invited.path(publisher, address);
        String other = Kits.address();
        invited.member(other, true);
        HttpBrowser browser = signedIn(port, other);
        assertThat(browser.get(path + "/confirm").body()).contains("name=\"continue\" value=\"" + path + "/start\"");
        assertThat(location(browser.post("/sign-out", "continue", path + "/start")))
                .isEqualTo(path + "/start");
        assertThat(browser.get(path + "/start").body()).contains("action=\"" + path + "/sign-up\"");
        assertThat(location(browser.post(path + "/sign-up", "name", "새 사람", "password", PASSWORD)))
                .isEqualTo(path + "/confirm");
        assertThat(invited.account(address).emailVerified()).isTrue();
    }

    @Test
    void anUnconfirmedAccountOfTheInvitedAddressIsToldPreciselyAndAccepts() {
        kits.requireOwnAddress(publisher);
        invited.member(address, false);
        HttpBrowser browser = signedIn(port, address);
        InvitationId over = kits.invite(publisher, kits.offer(publisher), address);
        cancel.cancel(over, publisher.actor());
        assertThat(browser.get(invited.path(over)).statusCode()).isEqualTo(410);
        assertThat(new HttpBrowser(port).get(invited.path(over)).statusCode()).isEqualTo(404);

        String path = invited.path(publisher, address);
        assertThat(location(browser.post(path + "/accept"))).isEqualTo(path + "/done");
        assertThat(invited.account(address).emailVerified()).isTrue();
    }

    @Test
    void whereOnlyTheInvitedAddressCountsAnotherAccountIsNotOfferedToAccept() {
        kits.requireOwnAddress(publisher);
        String other = Kits.address();
        invited.member(other, true);
        HttpBrowser browser = signedIn(port, other);
        String path = invited.path(publisher, address);
        assertThat(browser.get(path + "/confirm?lang=en").body())
                .contains("accepts only the account that has the invited address", "action=\"/sign-out\"")
                .doesNotContain(path + "/accept", "you can accept");
        HttpResponse<String> refused = browser.post(path + "/accept");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).containsOnlyOnce("accepts only the account");
    }

    @Test
    void theDonePageShowsWhatMayBeUsedNow() {
        long lights = kits.play(publisher, "거실 조명");
        String path = invited.path(
                kits.invite(publisher, kits.offer(publisher, OptionalLong.empty(), publisher.play(), lights), address));
        invited.member(address, true);
        HttpBrowser browser = signedIn(port, address);
        browser.post(path + "/accept");
        assertThat(browser.get(path + "/done").body()).contains("거실 조명", "객실 제어");

        enable.enable(publisher.customer(), lights, false, publisher.actor());
        assertThat(browser.get(path + "/done").body()).contains("객실 제어").doesNotContain("거실 조명");
    }

    @Test
    void whoHasLeftIsNotWelcomedAgainByTheOldMail() {
        String path = invited.path(publisher, address);
        Account person = invited.member(address, true);
        HttpBrowser browser = signedIn(port, address);
        browser.post(path + "/accept");
        MyService service = services.of(person.id()).getFirst();
        browser.post("/me/services/" + service.publisherId() + "/withdraw");

        for (String page : new String[] {"", "/done", "/confirm", "/decline"}) {
            HttpResponse<String> ended = browser.get(path + page + "?lang=en");
            assertThat(ended.statusCode()).isEqualTo(410);
            assertThat(ended.body()).contains("You have left this service").doesNotContain("Welcome");
        }
        assertThat(location(browser.post(path + "/accept"))).isEqualTo(path + "/done");
        assertThat(services.of(person.id())).isEmpty();

        browser.post(invited.path(publisher, address) + "/accept");
        assertThat(browser.get(path + "/done").statusCode())
                .as("back by another invitation")
                .isEqualTo(200);
    }

    @Test
    void decliningAndLeavingSayWhatHappensAndSendNothing() {
        String path = invited.path(publisher, address);
        HttpBrowser browser = new HttpBrowser(port);
        assertThat(browser.get(path + "/decline?lang=en").body()).contains("sees in its list of invitations");
        assertThat(browser.post(path + "/decline", "reason", "").body())
                .contains("sees this in its list of invitations")
                .doesNotContain("We have told");
        assertThat(invitations.countsOf(publisher.customer(), onlyOffer()).get(InvitationState.DECLINED))
                .isEqualTo(1);

        String second = Kits.address();
        Account person = invited.member(second, true);
        HttpBrowser member = signedIn(port, second);
        member.post(invited.path(publisher, second) + "/accept");
        long mails = mails();
        String withdraw = "/me/services/" + services.of(person.id()).getFirst().publisherId() + "/withdraw";
        assertThat(member.get(withdraw + "?lang=en").body())
                .contains("its Private Play and will get no more announcements", "no mail is sent")
                .doesNotContain("1 P");
        assertThat(member.get(withdraw + "?lang=ko").body()).contains("바로 Private Play를 쓸 수 없고 알림도");
        member.post(withdraw);
        assertThat(mails()).isEqualTo(mails);
    }

    @Test
    void aReasonIsAsLongAsItsReaderCounts() {
        InvitationId id = kits.invite(publisher, kits.offer(publisher), address);
        HttpBrowser browser = new HttpBrowser(port);
        String lines = ("x".repeat(39) + "\r\n").repeat(10);
        HttpResponse<String> tooLong = browser.post(invited.path(id) + "/decline", "reason", lines + "xx");
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(browser.post(invited.path(id) + "/decline", "reason", lines + "x\r\n")
                        .statusCode())
                .isEqualTo(422);

        String exact = lines.substring(0, lines.length() - 2) + "x";
        assertThat(browser.post(invited.path(id) + "/decline", "reason", exact).statusCode())
                .isEqualTo(200);
        assertThat(kits.now(id).declineReason()).isEqualTo(exact.replace("\r\n", "\n"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatNobodyCanAcceptSaysSoBeforeAnybodySignsUp(boolean groupDeleted) {
        long group = kits.group(publisher, "객실팀", publisher.play());
        String path = invited.path(kits.invite(publisher, kits.offerInto(publisher, group), address));
        HttpBrowser browser = new HttpBrowser(port);
        assertThat(browser.get(path).body()).contains("action=\"" + path + "/continue\"");
        if (groupDeleted) {
            deleteGroup.delete(publisher.customer(), group, publisher.actor());
        } else {
            enable.enable(publisher.customer(), publisher.play(), false, publisher.actor());
        }

        for (String page : new String[] {"", "/start"}) {
            assertThat(browser.get(path + page + "?lang=en").body())
                    .contains("You cannot accept this at the moment", "desk@hanbit.example", path + "/decline")
                    .doesNotContain(path + "/confirm", path + "/continue", "type=\"password\"");
        }
        browser.post(path + "/sign-up", "name", "맹동주", "password", PASSWORD);
        assertThat(invited.accounts().findByEmail(EmailAddress.of(address))).isEmpty();

        invited.member(address, true);
        HttpBrowser member = signedIn(port, address);
        assertThat(member.get(path + "/confirm?lang=en").body())
                .contains("You cannot accept this at the moment")
                .doesNotContain(path + "/accept");
        HttpResponse<String> refused = member.post(path + "/accept");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("You cannot accept this at the moment");
        assertThat(member.get(path + "/decline").statusCode()).isEqualTo(200);
    }

    private long onlyOffer() {
        return jdbc.sql("select min(offer_id) from offer where customer_id = :customer")
                .param("customer", publisher.customer().value())
                .query(Long.class)
                .single();
    }

    private long mails() {
        return jdbc.sql("select count(*) from mail where customer_id = :customer")
                .param("customer", publisher.customer().value())
                .query(Long.class)
                .single();
    }
}
