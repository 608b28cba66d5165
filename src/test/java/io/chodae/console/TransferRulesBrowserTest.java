package io.chodae.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.chodae.capture.Captures;
import io.chodae.capture.Captures.Organisation;
import io.chodae.console.Hotels.Hotel;
import io.chodae.directory.EvictionExceptions;
import io.chodae.shared.Language;
import io.chodae.testing.BrowserTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@Import({Hotels.class, Captures.class})
@TestPropertySource(properties = "chodae.mail.delivery=false")
class TransferRulesBrowserTest extends BrowserTest {

    @Autowired
    private Hotels hotels;

    @Autowired
    private Captures captures;

    @Autowired
    private EvictionExceptions exceptions;

    @ParameterizedTest
    @EnumSource
    void rulesAreSetAddressesTakenBackAndTheReportRead(Language language) {
        Hotel hotel = hotels.open();
        String domain = captures.freshDomain();
        captures.verify(hotel.customer(), domain);
        Organisation organisation = new Organisation(hotel.customer(), domain, hotel.owner());
        for (int n = 0; n < 6; n++) {
            captures.person(organisation.at("stray.account+" + n));
        }
        captures.send(organisation, organisation.at("stray.account+3"));
        exceptions.add(hotel.customer(), List.of(organisation.at("stray.account+1")), "", hotel.owner());
        Page page = page(language, DESK);
        page.navigate("/sign-in");
        page.fill("#email", hotel.email(Caller.OWNER));
        page.fill("#password", Hotels.PASSWORD);
        page.locator("main button.btn-primary").click();
        page.waitForURL(url -> !url.contains("/sign-in"));

        page.navigate("/console/accounts/rules?lang=" + language.tag());
        look(page, "transfer-rules");
        assertThat(page.frameLocator("iframe[src*=template-reminder]").locator("body"))
                .containsText("someone@example.com");
        page.fill("#reminders", "3, 7");
        page.fill("#deadline", "30");
        page.locator("input[name=follows][value=EVICT]").check();
        page.locator("main form button.btn-primary").click();
        look(page, "transfer-rules-untold");
        page.locator("#ticked").check();
        page.locator("main form button.btn-primary").click();
        assertThat(page.locator(".note.success")).isVisible();
        captures.send(organisation, organisation.at("stray.account+4"));
        page.navigate("/console/accounts");
        look(page, "accounts-deadline");

        page.navigate("/console/accounts/conflicts/dry-run");
        look(page, "dry-run-evict");
        page.locator("table.list tbody input[type=checkbox]").first().check();
        page.locator("#evict button").click();
        look(page, "evict-ask");
        page.locator("input[name=agreed]").check();
        page.locator("main form button.btn-danger").click();
        assertThat(page).hasURL(Pattern.compile(".*/console/accounts/conflicts/dry-run$"));
        page.navigate("/console/domains/report");
        look(page, "domain-report");
        page.locator("details summary").click();
        look(page, "domain-report-table");
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
