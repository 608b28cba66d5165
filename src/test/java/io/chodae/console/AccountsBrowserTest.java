package io.chodae.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.chodae.capture.Captures;
import io.chodae.capture.Captures.Organisation;
import io.chodae.console.Hotels.Hotel;
import io.chodae.shared.Language;
import io.chodae.testing.BrowserTest;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@Import({Hotels.class, Captures.class})
@TestPropertySource(properties = "chodae.mail.delivery=false")
class AccountsBrowserTest extends BrowserTest {

    @Autowired
    private Hotels hotels;

    @Autowired
    private Captures captures;

    @ParameterizedTest
    @EnumSource
    void accountsAreFoundChosenAndAsked(Language language) {
        Hotel hotel = hotels.open();
        String domain = captures.freshDomain();
        captures.verify(hotel.customer(), domain);
        Organisation organisation = new Organisation(hotel.customer(), domain, hotel.owner());
        for (int n = 0; n < 12; n++) {
            captures.person(organisation.at("stray.account+" + n));
        }
        captures.send(organisation, organisation.at("stray.account+3"));
        Page page = page(language, DESK);
        page.navigate("/sign-in");
        page.fill("#email", hotel.email(Caller.OPERATOR));
        page.fill("#password", Hotels.PASSWORD);
        page.locator("main button.btn-primary").click();
        page.waitForURL(url -> !url.contains("/sign-in"));

        page.navigate("/console/accounts?lang=" + language.tag());
        look(page, "accounts");
        page.locator("table.list tbody input[type=checkbox]").first().check();
        page.locator("#bulk button[value=SEND]").click();
        look(page, "accounts-ask");
        page.locator("main form button.btn-primary").click();
        assertThat(page).hasURL(Pattern.compile(".*/console/accounts/jobs/[0-9]+$"));
        // by itself, without a reload
        assertThat(page.locator("#result-SENT b"))
                .hasText("1", new LocatorAssertions.HasTextOptions().setTimeout(30_000));
        look(page, "accounts-job");

        page.navigate("/console/accounts/upload");
        look(page, "accounts-upload");
        page.navigate("/console/accounts?q=nobody-at-all");
        look(page, "accounts-no-hits");
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
