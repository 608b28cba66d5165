package io.chodae.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.chodae.campaign.Campaign;
import io.chodae.road.Publisher;
import io.chodae.shared.Language;
import io.chodae.testing.BrowserTest;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@Import({Publisher.class, RunningSendings.class})
@TestPropertySource(properties = "chodae.mail.delivery=false")
class CampaignBrowserTest extends BrowserTest {

    @Autowired
    private Publisher publishers;

    @Autowired
    private RunningSendings sendings;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource
    void aSendingIsWatchedPausedAndEnded(Language language) {
        Publisher.Ready hotel = publishers.ready();
        Campaign campaign = sendings.written(hotel.customer(), 8);
        Page page = page(language, DESK);
        signIn(page, hotel.operatorEmail(), Publisher.PASSWORD);

        page.navigate("/console/campaigns/" + campaign.id());
        assertThat(page.locator("#count-QUEUED b")).hasText("8");
        lookAtBothWidths(page, "sending-busy");
        sendings.become(campaign, 3, "sent", "250 ok");
        sendings.become(campaign, 1, "deferred", "450 4.2.1 mailbox busy");
        sendings.become(campaign, 2, "failed", "550 5.1.1 no such user");
        // by itself, without a reload
        assertThat(page.locator("#count-SENT b")).hasText("3");
        assertThat(page.locator("#count-FAILED b")).hasText("2");

        page.locator("#pause").click();
        assertThat(page.locator("#resume")).isVisible();
        assertThat(page.locator("#count-HELD b")).hasText("3");
        lookAtBothWidths(page, "sending-paused");
        page.locator("#count-FAILED").click();
        assertThat(page.locator("table.list tbody tr")).hasCount(2);
        lookAtBothWidths(page, "sending-failed-people");
        page.goBack();

        becomePausedByFailures(campaign);
        page.reload();
        assertThat(page.locator(".note.warning code")).hasText("550 5.1.1 no such user");
        lookAtBothWidths(page, "sending-paused-by-failures");

        page.locator("#cancel").click();
        lookAtBothWidths(page, "sending-cancel");
        page.locator("main .btn-danger").click();
        assertThat(page).hasURL(Pattern.compile(".*/console/campaigns/[0-9]+$"));
        assertThat(page.locator("#count-OBSOLETE b")).hasText("3");
        assertThat(page.locator("#cancel")).isHidden();
        lookAtBothWidths(page, "sending-cancelled");
    }

    private void becomePausedByFailures(Campaign campaign) {
        jdbc.sql("""
                        update campaign set pause_cause = 'FAILURES', pause_by = 'system', pause_failed = 12,
                            pause_finished = 120, pause_reply = '550 5.1.1 no such user'
                        where customer_id = :customer and campaign_id = :campaign""")
                .param("customer", campaign.customer().value())
                .param("campaign", campaign.id())
                .update();
    }
}
