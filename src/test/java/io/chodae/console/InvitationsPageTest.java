package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.bizkit.Offer;
import io.chodae.bizkit.OfferContent;
import io.chodae.bizkit.Offers;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationQuery;
import io.chodae.invitation.Invitations;
import io.chodae.invitation.Invitee;
import io.chodae.invitation.SendInvitations;
import io.chodae.road.Publisher;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.HttpBrowser;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ChodaeTest
@Import(Publisher.class)
class InvitationsPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Publisher publishers;

    @Autowired
    private Offers offers;

    @Autowired
    private SendInvitations send;

    @Autowired
    private Invitations invitations;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private Publisher.Ready hotel;
    private HttpBrowser operator;

    @BeforeEach
    void signedIn() {
        hotel = publishers.ready();
        operator = new HttpBrowser(port);
        operator.signIn(hotel.operatorEmail(), Publisher.PASSWORD);
        operator.get("/console?lang=en");
    }

    @Test
    void anActKeepsTheOperatorWhereTheyWere() {
        Invitation kim = invited("kim@list.example", offer());
        String where = "/console/invitations?q=kim@list.example&state=INVITED&offer=" + kim.offerId();
        String page = operator.get(where).body();
        assertThat(page)
                .contains("name=\"q\" value=\"kim@list.example\"")
                .contains("name=\"state\" value=\"INVITED\"")
                .contains("name=\"offer\" value=\"" + kim.offerId() + "\"");

        HttpResponse<String> answer = operator.post(
                "/console/invitations/" + kim.id().value() + "/cancel",
                "q",
                "kim@list.example",
                "state",
                "INVITED",
                "offer",
                String.valueOf(kim.offerId()));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(where.replace("@", "%40"));
    }

    @ParameterizedTest
    @CsvSource({"BOUNCED,an earlier mail came back", "OPTED_OUT,asked not to be written to"})
    void whoIsNotWrittenToGetsNoOtherLink(String reason, String said) {
        String email = "suppressed@list.example";
        Invitation kim = invited(email, offer());
        jdbc.sql("""
                        insert into suppression (customer_id, email_key, email, reason, at)
                        values (:customer, :email, :email, :reason, now())""")
                .param("customer", kim.id().customer().value())
                .param("email", email)
                .param("reason", reason)
                .update();
        operator.post("/console/invitations/" + kim.id().value() + "/resend");
        assertThat(operator.get("/console/invitations").body()).contains(said);
        assertThat(invitations.find(kim.id()).orElseThrow().linkNumber()).isEqualTo(kim.linkNumber());
    }

    @Test
    void theCountsAreThoseOfWhatIsShown() {
        invited("one@list.example", offer());
        Invitation two = invited("two@list.example", offer());
        assertThat(operator.get("/console/invitations?offer=" + two.offerId()).body())
                .contains("Waiting 1")
                .contains("two@list.example")
                .doesNotContain("one@list.example");
        assertThat(operator.get("/console/invitations?q=one@").body()).contains("Waiting 1");
        assertThat(operator.get("/console/invitations").body()).contains("Waiting 2");
    }

    @Test
    void aReplacedInvitationSaysSoAndCannotBeSentAgain() {
        Invitation old = invited("again@list.example", offer());
        Invitation current = invited("again@list.example", offer());
        String page = operator.get("/console/invitations").body();
        assertThat(page)
                .contains("Replaced by a newer one")
                .contains("/console/invitations/" + current.id().value() + "/resend")
                .doesNotContain("/console/invitations/" + old.id().value() + "/resend");
    }

    private Offer offer() {
        return offers.create(
                hotel.customer(),
                new OfferContent("김하나", "hana@list.example", "025550100", "", OptionalLong.empty(), List.of()));
    }

    private Invitation invited(String email, Offer offer) {
        Invitee invitee = new Invitee(EmailAddress.of(email), "Kim", null, null, Language.EN);
        transaction.executeWithoutResult(status ->
                send.send(hotel.customer(), offer.id(), List.of(invitee), Duration.ofDays(3), Actor.system()));
        return invitations
                .search(
                        new InvitationQuery(email, Optional.empty(), OptionalLong.of(offer.id()), Optional.empty(), 1),
                        hotel.customer())
                .items()
                .getFirst();
    }
}
