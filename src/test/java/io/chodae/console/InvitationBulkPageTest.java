package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.console.Hotels.Hotel;
import io.chodae.invitation.InvitationId;
import io.chodae.invitation.InvitationState;
import io.chodae.invitation.Invitations;
import io.chodae.testing.HttpBrowser;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list's other pages: the question before an act on many, one person, the file. */
@ConsoleTest
class InvitationBulkPageTest {

    private static final Pattern PRESS = Pattern.compile("name=\"press\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private Hotels hotels;

    @Autowired
    private Belongings belongings;

    @Autowired
    private Invitations invitations;

    @Autowired
    private JdbcClient jdbc;

    private Hotel hotel;
    private Browsers browsers;
    private HttpBrowser operator;

    @BeforeAll
    void open() {
        hotel = hotels.open();
        browsers = new Browsers(port, hotel);
        operator = browsers.of(Caller.OPERATOR);
    }

    @Test
    void theQuestionSaysHowManyAndPressingTwiceIsOnce() {
        Map<String, String> ids = belongings.of(hotel);
        String id = ids.getOrDefault("invitationId", "");
        String page = operator.get("/console/invitations/bulk?act=CANCEL&id=" + id + "&lang=en")
                .body();
        assertThat(page).contains("Cancel the invitation of one person?", "The link stops working");
        Matcher press = PRESS.matcher(page);
        assertThat(press.find()).isTrue();
        String[] fields = {"act", "CANCEL", "id", id, "press", press.group(1)};
        String first = location(fields);
        assertThat(first).contains("/console/invitations/jobs/").isEqualTo(location(fields));
        assertThat(operator.get(first + "?lang=en").body()).contains("0 of 1 people", "Under way");
        assertThat(operator.get("/console/invitations").body()).contains(first.replaceAll(".*(/console)", "$1"));
    }

    @Test
    void allThatMatchFollowsTheFilter() {
        Map<String, String> ids = belongings.of(hotel);
        String offer = ids.getOrDefault("offerId", "");
        String page = operator.get(
                        "/console/invitations/bulk?act=RESEND&all=true&offer=" + offer + "&state=INVITED&lang=en")
                .body();
        assertThat(page)
                .contains("Send the invitation again to 2 people?", "name=\"offer\" value=\"" + offer + "\"")
                .contains("name=\"all\" value=\"true\"");
        assertThat(operator.get("/console/invitations/bulk?act=RESEND&all=true&q=nobodyatall&lang=en")
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void aPersonsPageTellsWhatHappenedAndLeadsBack() {
        Map<String, String> ids = belongings.of(hotel);
        String id = ids.getOrDefault("invitationId", "");
        jdbc.sql("""
                        update mail set state = 'deferred', attempts = 2, tried_at = created_at,
                                        last_reply = '450 4.2.1 mailbox <busy>'
                        where customer_id = :customer and kind = 'invitation' and subject_id = :id""")
                .param("customer", hotel.customer().value())
                .param("id", Long.valueOf(id))
                .update();
        operator.post("/console/invitations/" + id + "/resend");
        operator.post("/console/invitations/" + id + "/cancel");
        String page = operator.get("/console/invitations/" + id + "?state=INVITED&sort=NAME&lang=en")
                .body();
        assertThat(page)
                .contains("/console/invitations?state=INVITED&amp;sort=NAME")
                .contains("450 4.2.1 mailbox &lt;busy&gt;", "2 times in all")
                .containsSubsequence("Cancelled", "Sent again", "Invited");
        assertThat(page).contains(hotel.email(Caller.OPERATOR));
    }

    @Test
    void theFileHoldsWhatTheFilterShowsAndNoFormula() {
        Map<String, String> ids = belongings.of(hotel);
        jdbc.sql("update invitation set name = '=1+1' where customer_id = :customer and invitation_id = :id")
                .param("customer", hotel.customer().value())
                .param("id", Long.valueOf(ids.getOrDefault("invitationId", "")))
                .update();
        String offer = ids.getOrDefault("offerId", "");
        String file = operator.get("/console/invitations/report.csv?offer=" + offer + "&state=INVITED&sort=EMAIL")
                .body();
        assertThat(file.lines()).hasSize(3);
        assertThat(file).contains("'=1+1");
        assertThat(operator.get("/console/invitations/report.csv?q=nobodyatall")
                        .body()
                        .lines())
                .hasSize(1);
        assertThat(jdbc.sql("""
                                select details ->> 'filter' from audit_event
                                where customer_id = :customer and action = 'invitation.list_downloaded'
                                order by audit_id limit 1""")
                        .param("customer", hotel.customer().value())
                        .query(String.class)
                        .single())
                .isNotBlank();
    }

    @Test
    void mailsAreFilteredOverAllSendings() {
        Map<String, String> ids = belongings.of(hotel);
        String id = ids.getOrDefault("invitationId", "");
        jdbc.sql("""
                        update mail set state = 'failed'
                        where customer_id = :customer and kind = 'invitation' and subject_id = :id""")
                .param("customer", hotel.customer().value())
                .param("id", Long.valueOf(id))
                .update();
        String where = "/console/invitations?delivery=FAILED&state=INVITED&q=guest" + ids.get("number");
        assertThat(operator.get(where).body()).contains("/console/invitations/" + id + "?");
        // the newest mail counts: sent again, it waits
        operator.post("/console/invitations/" + id + "/resend");
        assertThat(operator.get(where).body()).doesNotContain("/console/invitations/" + id + "?");
        assertThat(operator.get(where.replace("FAILED", "QUEUED")).body()).contains("/console/invitations/" + id + "?");
        assertThat(invitations
                        .find(new InvitationId(hotel.customer(), Long.parseLong(id)))
                        .orElseThrow()
                        .state())
                .isEqualTo(InvitationState.INVITED);
    }

    @Test
    void aCampaignShowsHowFarPeopleCame() {
        Map<String, String> ids = belongings.of(hotel);
        String page = operator.get("/console/campaigns/" + ids.get("campaignId") + "?lang=en")
                .body();
        assertThat(page).contains("How far people came", "Went on from the page", "<rect");
    }

    private String location(String... fields) {
        return operator.post("/console/invitations/bulk", fields)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }
}
