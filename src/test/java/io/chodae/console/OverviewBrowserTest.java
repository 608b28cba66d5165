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
class OverviewBrowserTest extends BrowserTest {

    @Autowired
    private Publisher publishers;

    @Autowired
    private RunningSendings sendings;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource
    void fromTheFirstStepsToWhatWaits(Language language) {
        Publisher.Ready hotel = publishers.ready();
        Page page = page(language, DESK);
        page.navigate("/sign-in");
        page.fill("#email", hotel.operatorEmail());
        page.fill("#password", Publisher.PASSWORD);
        page.locator("main button.btn-primary").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        page.navigate("/console?lang=" + language.tag());
        look(page, "overview-first");

        Campaign campaign = sendings.written(hotel.customer(), 24);
        sendings.become(campaign, 3, "bounced", "550 5.1.1 no such user");
        sendings.become(campaign, 15, "sent", "250 ok");
        answered(campaign);
        page.navigate("/console");
        look(page, "overview");

        page.locator("#need-bounced").click();
        assertThat(page.locator("table.list tbody tr")).hasCount(3);
        assertThat(page).hasURL(Pattern.compile(".*state=INVITED&delivery=BOUNCED$"));
        page.navigate("/console/invitations?state=INVITED&ends=2026-01-18");
        look(page, "invitations-ending");
    }

    private void answered(Campaign campaign) {
        jdbc.sql("""
                        update invitation set state = 'DECLINED', ended_at = sent_at, went_on_at = sent_at
                        where customer_id = :customer and offer_id = :offer
                          and email in ('person5@sending.example', 'person6@sending.example')""")
                .param("customer", campaign.customer().value())
                .param("offer", campaign.offerId())
                .update();
    }

    private static void look(Page page, String name) {
        for (int width : new int[] {DESK, PHONE}) {
            page.setViewportSize(width, 900);
            fitsItsWidth(page);
            axeFindsNothing(page);
            shot(page, name);
        }
        page.setViewportSize(DESK, 900);
    }
}
