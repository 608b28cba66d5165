package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.campaign.Campaign;
import io.chodae.road.Publisher;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.HttpBrowser;
import io.chodae.testing.TestClock;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The page says what waits, and each number leads to just so many. */
@ChodaeTest
@Import({Publisher.class, RunningSendings.class})
@TestPropertySource(properties = "chodae.mail.delivery=false")
class OverviewPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Publisher publishers;

    @Autowired
    private RunningSendings sendings;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Publisher.Ready hotel;
    private HttpBrowser operator;

    @BeforeEach
    void signedIn() {
        clock.reset();
        // earlier tests turned the clock, and pauses that were set then would never end
        jdbc.sql("delete from attempt_counter").update();
        hotel = publishers.ready();
        operator = new HttpBrowser(port);
        operator.signIn(hotel.operatorEmail(), Publisher.PASSWORD);
        operator.get("/console?lang=en");
    }

    @Test
    void whoHasInvitedNobodyIsShownTheWay() {
        assertThat(overview())
                .contains("id=\"first\"", "Three steps", "href=\"/console/service\"", "href=\"/console/plays\"")
                .doesNotContain("id=\"funnel\"", "id=\"now\"");
    }

    @Test
    void whereNothingWaitsItSaysSo() {
        Campaign campaign = sendings.written(hotel.customer(), 2);
        sendings.become(campaign, 2, "sent", "250 ok");
        assertThat(overview())
                .contains("Nothing is waiting for you", "/console/campaigns/" + campaign.id())
                .doesNotContain("class=\"stat\" id=\"need-", "id=\"running\"", "id=\"first\"");
    }

    @Test
    void mailsThatCameBackLeadToTheOpenInvitationsTheyBelongTo() {
        Campaign campaign = sendings.written(hotel.customer(), 5);
        sendings.become(campaign, 3, "bounced", "550 5.1.1 no such user");
        sendings.become(campaign, 2, "sent", "250 ok");
        // taken back since: nobody waits for this one
        set(campaign, 1, "state = 'NOT_YET_SENT', withdrawn = 'CANCELED', ended_at = :now");
        assertThat(number("bounced")).isEqualTo("2");
        assertThat(operator.get(path("bounced")).body())
                .contains("person2@sending.example", "person3@sending.example")
                .doesNotContain("person1@sending.example", "person4@sending.example");
    }

    @Test
    void whatEndsTodayEndsBeforeMidnightOfTheSite() {
        Campaign campaign = sendings.written(hotel.customer(), 4);
        Instant midnight = Instant.parse("2026-01-15T15:00:00Z");
        end(campaign, 1, midnight.minusMillis(1));
        end(campaign, 2, midnight);
        end(campaign, 3, clock.instant().plusSeconds(60));
        // over already, though no timer has said so yet
        end(campaign, 4, clock.instant());
        assertThat(number("ending")).isEqualTo("2");
        assertThat(path("ending")).isEqualTo("/console/invitations?state=INVITED&ends=2026-01-15");
        assertThat(operator.get(path("ending")).body())
                .contains("person1@sending.example", "person3@sending.example", "value=\"2026-01-15\"")
                .doesNotContain("person2@sending.example", "person4@sending.example");
    }

    @Test
    void aSendingIsUnderWayUntilItsLastMailIsGone() {
        Campaign campaign = sendings.written(hotel.customer(), 3);
        sendings.become(campaign, 1, "sent", "250 ok");
        sendings.become(campaign, 1, "deferred", "451 later");
        assertThat(overview()).contains("id=\"running\"", "href=\"/console/campaigns/" + campaign.id() + "\"");
        assertThat(number("running")).isEqualTo("1");
        assertThat(overview()).containsPattern("data-label=\"Still to go\">2<");
    }

    @Test
    void aRequestForANewLinkLeadsToTheList() {
        Campaign campaign = sendings.written(hotel.customer(), 2);
        set(campaign, 2, "state = 'EXPIRED', ended_at = :now, link_asked_at = :now");
        assertThat(number("requests")).isEqualTo("1");
        assertThat(operator.get(path("requests")).body()).contains("person2@sending.example");
    }

    @Test
    void thirtyDaysAreCountedAndNoMore() {
        Campaign campaign = sendings.written(hotel.customer(), 10);
        sendings.become(campaign, 5, "sent", "250 ok");
        sendings.become(campaign, 1, "failed", "550 no");
        sendings.become(campaign, 1, "deferred", "451 later");
        set(campaign, 1, "state = 'DECLINED', ended_at = :now, went_on_at = :now");
        set(campaign, 2, "went_on_at = :now");
        end(campaign, 3, clock.instant());
        set(campaign, 9, "sent_at = cast(:now as timestamptz) - interval '720 hours 1 second'");
        set(campaign, 10, "sent_at = cast(:now as timestamptz) - interval '800 hours'");
        assertThat(figures(overview())).containsExactly("8", "5", "2", "0", "1", "1");
    }

    @Test
    void manyAreCountedAfterThePageIsThere() {
        Campaign campaign = sendings.written(hotel.customer(), 1);
        jdbc.sql("""
                        insert into invitation (customer_id, offer_id, email, email_key, name, language, state, link_number,
                            link_hash, sent_at, expires_at, ended_at, created_at, updated_at)
                        select :customer, :offer, n || '@many.example', n || '@many.example', 'Many', 'EN', 'DECLINED', 1,
                            sha256((:customer || ' ' || n)::bytea), :now, :now, :now, :now, :now
                        from generate_series(1, 10000) n""")
                .param("customer", hotel.customer().value())
                .param("offer", campaign.offerId())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        assertThat(overview())
                .contains("hx-get=\"/console\"", "/console?funnel=true")
                .doesNotContain("10,001");
        assertThat(figures(operator.with("HX-Request", "true").get("/console").body()))
                .startsWith("10,001")
                .contains("10,000");
        assertThat(figures(operator.get("/console?funnel=true").body())).startsWith("10,001");
    }

    private String overview() {
        return operator.get("/console").body();
    }

    private String number(String need) {
        return between(overview(), "id=\"need-" + need + "\"", "<b>", "</b>");
    }

    private String path(String need) {
        return between(overview(), "id=\"need-" + need + "\"", "href=\"", "\"").replace("&amp;", "&");
    }

    /** The numbers of the funnel, in the order of its steps. */
    private static List<String> figures(String page) {
        String funnel = page.substring(page.indexOf("<section class=\"panel\" id=\"funnel\""));
        return Pattern.compile("<th scope=\"row\">")
                .splitAsStream(funnel)
                .skip(1)
                .map(row -> between(row, "</th>", "<td class=\"num\">", "</td>"))
                .toList();
    }

    private static String between(String page, String after, String start, String end) {
        int from = page.indexOf(start, page.indexOf(after) + after.length()) + start.length();
        assertThat(page).contains(after);
        return page.substring(from, page.indexOf(end, from));
    }

    private void end(Campaign campaign, int person, Instant at) {
        jdbc.sql("""
                        update invitation set expires_at = :at
                        where customer_id = :customer and offer_id = :offer and email = :email""")
                .param("at", Timestamp.from(at))
                .param("customer", campaign.customer().value())
                .param("offer", campaign.offerId())
                .param("email", "person" + person + "@sending.example")
                .update();
    }

    private void set(Campaign campaign, int person, String columns) {
        jdbc.sql("update invitation set " + columns
                        + " where customer_id = :customer and offer_id = :offer and email = :email")
                .param("now", Timestamp.from(clock.instant()))
                .param("customer", campaign.customer().value())
                .param("offer", campaign.offerId())
                .param("email", "person" + person + "@sending.example")
                .update();
    }
}
