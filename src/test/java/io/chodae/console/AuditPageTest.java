package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.console.Hotels.Hotel;
import io.chodae.testing.HttpBrowser;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ConsoleTest
class AuditPageTest {

    private static final String PAGE = "/console/settings/audit";

    @LocalServerPort
    private int port;

    @Autowired
    private Hotels hotels;

    @Autowired
    private Belongings belongings;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private Hotel hotel;
    private Browsers browsers;
    private Map<String, String> ids;

    @BeforeAll
    void open() {
        hotel = hotels.open();
        browsers = new Browsers(port, hotel);
        ids = belongings.of(hotel);
        line("=cmd|' /C calc'!A0", "invitation.canceled", "invitation", "1", Map.of("email", "kim@guest.example"));
    }

    @Test
    void aLineIsToldInWordsWithALinkToWhatItIsAbout() {
        String page = owner().get(PAGE).body();
        assertThat(page)
                .contains("Cancelled an invitation")
                .contains("href=\"/console/invitations?q=kim%40guest.example\"")
                .contains("href=\"/console/groups/" + ids.get("groupId") + "\"")
                .contains("href=\"/console/plays/" + ids.get("playId") + "\"")
                .contains("href=\"/console/campaigns/" + ids.get("campaignId") + "\"")
                .contains("Invited a colleague")
                .doesNotContain("??");
        assertThat(owner().get(PAGE + "?lang=ko").body()).contains("초대를 취소했어요", "동료를 초대했어요");
        owner().get(PAGE + "?lang=en");
    }

    @Test
    void aThingThatIsGoneHasNoLink() {
        line("sora", "draft.deleted", "draft", "999999", Map.of("people", "3"));
        assertThat(owner().get(PAGE + "?action=draft.deleted").body())
                .contains("Deleted an invite form", "people: 3", "Invite form #999999")
                .doesNotContain("/console/invite/999999\"");
    }

    @Test
    void aPersonIsFoundByAddressAndATimeByDays() {
        assertThat(owner().get(PAGE + "?subject=KIM@guest.example").body())
                .contains("Cancelled an invitation")
                .doesNotContain("<strong>Created a user group");
        assertThat(owner().get(PAGE + "?subject=KIM@guest.example&to=2020-01-01")
                        .body())
                .contains("Try a full address");
        HttpResponse<String> odd = owner().get(PAGE + "?from=yesterday");
        assertThat(odd.statusCode()).isEqualTo(422);
        assertThat(odd.body()).contains("such as 2026-11-28", "value=\"yesterday\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void whatIsShownCanBeTakenAwayAndThatIsWrittenDown(String format) {
        long before = lines("audit.exported");
        HttpResponse<byte[]> file = owner().download(PAGE + "." + format + "?action=invitation.canceled");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .isEqualTo("attachment; filename=\"chodae-audit." + format + "\"");
        assertThat(lines("audit.exported")).isEqualTo(before + 1);
        if (format.equals("csv")) {
            List<String> rows =
                    new String(file.body(), StandardCharsets.UTF_8).lines().toList();
            assertThat(rows).hasSize(2);
            assertThat(rows.getLast())
                    .contains("Cancelled an invitation", "Invitation kim@guest.example", "invitation.canceled")
                    .contains("'=cmd|");
        }
    }

    /** A file by the rest of the filter would be everything. */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void aDayThatIsNoneGivesNoFile(String format) {
        long before = lines("audit.exported");
        HttpResponse<String> odd = owner().get(PAGE + "." + format + "?from=2026-13-01");
        assertThat(odd.statusCode()).isEqualTo(422);
        assertThat(odd.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(odd.body()).contains("such as 2026-11-28", "value=\"2026-13-01\"");
        assertThat(lines("audit.exported")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/invitations/report.csv?from=2026-13-01",
                "/console/invitations/report.csv?to=yesterday",
                "/console/invitations/report.csv?group=cooks",
                "/console/people/export.csv?group=cooks"
            })
    void norDoTheOtherListsByAFilterThatCannotBeRead(String file) {
        HttpResponse<String> odd = owner().get(file);
        assertThat(odd.statusCode()).isEqualTo(422);
        assertThat(odd.body()).contains("We could not read that");
        assertThat(lines("invitation.list_downloaded") + lines("people.downloaded"))
                .isZero();
    }

    @Test
    void aViewerIsNotShownTheWayThere() {
        assertThat(browsers.of(Caller.VIEWER).get("/console/service").body()).doesNotContain(PAGE);
        assertThat(browsers.of(Caller.OPERATOR).get("/console/service").body()).contains(PAGE);
    }

    private HttpBrowser owner() {
        return browsers.of(Caller.OWNER);
    }

    private void line(String actor, String action, String type, String id, Map<String, String> details) {
        transaction.executeWithoutResult(
                status -> audit.record(hotel.customer(), new Actor(null, actor), action, type, id, details));
    }

    private long lines(String action) {
        return jdbc.sql("select count(*) from audit_event where customer_id = :customer and action = :action")
                .param("customer", hotel.customer().value())
                .param("action", action)
                .query(Long.class)
                .single();
    }
}
