package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.campaign.Campaign;
import io.chodae.road.Publisher;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.HttpBrowser;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@ChodaeTest
@TestPropertySource(properties = "chodae.mail.delivery=false")
@Import({Publisher.class, RunningSendings.class})
class CampaignPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Publisher publishers;

    @Autowired
    private RunningSendings sendings;

    private Publisher.Ready hotel;
    private HttpBrowser operator;
    private Campaign campaign;
    private String page;

    @BeforeEach
    void sent() {
        hotel = publishers.ready();
        operator = signedIn(hotel);
        campaign = sendings.written(hotel.customer(), 6);
        page = "/console/campaigns/" + campaign.id();
    }

    @Test
    void itIsPausedGoesOnAndTheRestIsCancelledWithoutScripts() {
        assertThat(operator.get(page).body()).contains("Sending is under way").contains(page + "/pause");

        operator.post(page + "/pause");
        Awaitility.await().until(() -> operator.get(page).body().contains(">On hold<"));
        assertThat(operator.get(page).body())
                .contains("Sending is paused")
                .contains(hotel.operatorEmail() + " paused this on")
                .doesNotContain(page + "/pause");
        assertThat(after(page + "/pause")).contains("Sending was paused already");

        assertThat(after(page + "/resume")).contains("Sending goes on");
        assertThat(after(page + "/resume")).contains("Everything is written already");
        Awaitility.await().until(() -> !operator.get(page).body().contains(">On hold<"));

        sendings.become(campaign, 2, "sent", "250 ok");
        assertThat(operator.get(page + "/cancel").body())
                .contains("Cancel the invitations of 4 people?")
                .contains("Cancel 4 invitations");
        operator.post(page + "/cancel");
        Awaitility.await().until(() -> operator.get(page).body().contains("The rest was cancelled"));
        assertThat(operator.get("/console/invitations?offer=" + campaign.offerId() + "&state=INVITED")
                        .body())
                .contains("person2@sending.example")
                .doesNotContain("person3@sending.example");
    }

    @Test
    void whatFailedIsTriedAgain() {
        sendings.become(campaign, 1, "sent", "250 ok");
        sendings.become(campaign, 2, "failed", "550 no");
        assertThat(operator.get(page).body()).contains("Retry 2 failed mails");
        assertThat(after(page + "/retry")).contains("2 mails are tried again");
        assertThat(after(page + "/retry")).contains("No mail had failed any more");
    }

    @Test
    void theCountsLeadToThePeople() {
        sendings.become(campaign, 1, "sent", "250 ok");
        sendings.become(campaign, 2, "failed", "550 no such user");
        sendings.become(campaign, 1, "deferred", "450 later");
        assertThat(people("FAILED"))
                .contains("person2@sending.example", "person3@sending.example", "550 no such user")
                .doesNotContain("person1@", "person4@", "person5@");
        assertThat(people("QUEUED"))
                .contains("person5@sending.example", "person6@sending.example")
                .doesNotContain("person4@");
        assertThat(people("DEFERRED")).contains("person4@sending.example").doesNotContain("person5@");
        assertThat(operator.get(page).body())
                .contains("/console/invitations?offer=" + campaign.offerId() + "&amp;delivery=FAILED")
                .contains("/console/invitations?offer=" + campaign.offerId() + "&amp;state=ACCEPTED");
    }

    @Test
    void itAsksAgainLaterAndLaterWhileNothingChanges() {
        String first = operator.header("HX-Request", "true").get(page).body();
        assertThat(first).contains("load delay:1s");
        String second = operator.get(next(first)).body();
        assertThat(second).contains("load delay:2s");
        String third = operator.get(next(second)).body();
        assertThat(third).contains("load delay:4s");
        sendings.become(campaign, 1, "sent", "250 ok");
        assertThat(operator.get(next(third)).body()).contains("load delay:1s");
        sendings.become(campaign, 5, "sent", "250 ok");
        assertThat(operator.get(next(third)).body()).doesNotContain("hx-get");
    }

    @Test
    void anotherPublisherSeesAndSteersNothing() {
        HttpBrowser stranger = signedIn(publishers.ready());
        for (String path : List.of(page, page + "/cancel")) {
            assertThat(stranger.get(path).statusCode()).isEqualTo(404);
        }
        for (String act : List.of("/pause", "/resume", "/cancel", "/retry")) {
            assertThat(stranger.post(page + act).statusCode()).isEqualTo(404);
        }
        assertThat(stranger.get("/console/invitations?delivery=QUEUED&offer=" + campaign.offerId())
                        .body())
                .doesNotContain("@sending.example");
        assertThat(operator.get(page).body()).contains("Sending is under way");
    }

    private String people(String delivery) {
        return operator.get("/console/invitations?offer=" + campaign.offerId() + "&delivery=" + delivery)
                .body();
    }

    /** What the page says after a press. */
    private String after(String act) {
        assertThat(operator.post(act).statusCode()).isEqualTo(302);
        return operator.get(page).body();
    }

    private static String next(String body) {
        int start = body.indexOf("hx-get=\"") + "hx-get=\"".length();
        return body.substring(start, body.indexOf('"', start)).replace("&amp;", "&");
    }

    private HttpBrowser signedIn(Publisher.Ready publisher) {
        HttpBrowser browser = new HttpBrowser(port).header("Accept-Language", "en");
        browser.signIn(publisher.operatorEmail(), Publisher.PASSWORD);
        browser.get("/console?lang=en");
        return browser;
    }
}
