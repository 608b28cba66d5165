package io.chodae.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.chodae.campaign.Campaign;
import io.chodae.road.Publisher;
import io.chodae.shared.Language;
import io.chodae.testing.BrowserTest;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@Import({Publisher.class, RunningSendings.class})
@TestPropertySource(properties = "chodae.mail.delivery=false")
class InvitationListBrowserTest extends BrowserTest {

    @Autowired
    private Publisher publishers;

    @Autowired
    private RunningSendings sendings;

    @ParameterizedTest
    @EnumSource
    void peopleAreFoundOrderedChosenAndSentAgain(Language language) {
        Publisher.Ready hotel = publishers.ready();
        Campaign campaign = sendings.written(hotel.customer(), 8);
        sendings.become(campaign, 2, "failed", "550 5.1.1 no such user");
        Page page = page(language, DESK);
        signIn(page, hotel.operatorEmail(), Publisher.PASSWORD);

        page.navigate("/console/invitations?lang=" + language.tag());
        look(page, "invitations");
        page.locator(".orders a").nth(1).click();
        assertThat(page).hasURL(Pattern.compile(".*sort=NAME.*"));
        page.selectOption("#delivery", "FAILED");
        page.locator(".sift button").click();
        assertThat(page.locator("table.list tbody tr")).hasCount(2);
        look(page, "invitations-failed");

        page.locator("table.list tbody tr a").first().click();
        look(page, "invitation-one");
        page.locator("main p a").first().click();
        assertThat(page).hasURL(Pattern.compile(".*delivery=FAILED.*"));

        page.locator("table.list tbody input[type=checkbox]").first().check();
        page.locator("#bulk button[value=RESEND]").click();
        look(page, "invitations-bulk");
        page.locator("main form button.btn-primary").click();
        assertThat(page).hasURL(Pattern.compile(".*/console/invitations/jobs/[0-9]+$"));
        // by itself, without a reload
        assertThat(page.locator("#outcome-DONE b"))
                .hasText("1", new LocatorAssertions.HasTextOptions().setTimeout(30_000));
        look(page, "invitations-job");

        page.navigate("/console/invitations/bulk?act=MOVE&all=true");
        look(page, "invitations-move");
        page.navigate("/console/campaigns/" + campaign.id());
        look(page, "campaign-funnel");
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
