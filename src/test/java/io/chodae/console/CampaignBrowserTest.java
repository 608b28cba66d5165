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
        page.navigate("/sign-in");
        page.fill("#email", hotel.operatorEmail());
        page.fill("#password", Publisher.PASSWORD);
        page.locator("main button.btn-primary").click();
        page.waitForURL(url -> !url.contains("/sign-in"));

        page.navigate("/console/campaigns/" + campaign.id());
        assertThat(page.locator("#count-QUEUED b")).hasText("8");
        look(page, "sending-busy");
        sendings.become(campaign, 3, "sent", "250 ok");
        sendings.become(campaign, 1, "deferred", "450 4.2.1 mailbox busy");
        sendings.become(campaign, 2, "failed", "550 5.1.1 no such user");
        // by itself, without a reload
        assertThat(page.locator("#count-SENT b")).hasText("3");
        assertThat(page.locator("#count-FAILED b")).hasText("2");

        page.locator("#pause").click();
        assertThat(page.locator("#resume")).isVisible();
        assertThat(page.locator("#count-HELD b")).hasText("3");
        look(page, "sending-paused");
        page.locator("#count-FAILED").click();
        assertThat(page.locator("table.list tbody tr")).hasCount(2);
        look(page, "sending-failed-people");
        page.goBack();

        becomePausedByFailures(campaign);
        page.reload();
        assertThat(page.locator(".note.warning code")).hasText("550 5.1.1 no such user");
        look(page, "sending-paused-by-failures");

        page.locator("#cancel").click();
        look(page, "sending-cancel");
        page.locator("main .btn-danger").click();
        assertThat(page).hasURL(Pattern.compile(".*/console/campaigns/[0-9]+$"));
        assertThat(page.locator("#count-OBSOLETE b")).hasText("3");
        assertThat(page.locator("#cancel")).isHidden();
        look(page, "sending-cancelled");
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

    /** axe, no sideways scrolling, and a picture at both widths. */
    private static void look(Page page, String name) {
        axeFindsNothing(page);
        shot(page, name);
        page.setViewportSize(PHONE, 900);
        fitsItsWidth(page);
        shot(page, name);
        page.setViewportSize(DESK, 900);
    }
}
