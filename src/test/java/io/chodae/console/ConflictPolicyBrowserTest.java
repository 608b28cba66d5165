package io.chodae.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.chodae.capture.Captures;
import io.chodae.capture.Captures.Organisation;
import io.chodae.console.Hotels.Hotel;
import io.chodae.shared.Language;
import io.chodae.testing.BrowserTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@Import({Hotels.class, Captures.class})
@TestPropertySource(properties = "chodae.mail.delivery=false")
class ConflictPolicyBrowserTest extends BrowserTest {

    private static final String POLICY = "/console/accounts/policy";

    @Autowired
    private Hotels hotels;

    @Autowired
    private Captures captures;

    @ParameterizedTest
    @EnumSource
    void aTakenAddressIsAskedForAndWaitedFor(Language language) {
        Hotel hotel = hotels.open();
        String domain = captures.freshDomain();
        captures.verify(hotel.customer(), domain);
        captures.person(new Organisation(hotel.customer(), domain, hotel.owner()).at("taken"));
        Page page = page(language, DESK);
        signIn(page, hotel.email(Caller.OWNER), Hotels.PASSWORD);

        page.navigate(POLICY + "?lang=" + language.tag());
        look(page, "conflict-policy");
        page.locator("input[name=rule][value=INVITE]").check();
        page.selectOption("#followUps", "2");
        page.locator("input[name=after][value=REPLACE]").check();
        save(page);
        assertThat(page.locator(".note.danger")).isVisible();
        assertThat(page.locator("#followUps")).hasValue("2");
        look(page, "conflict-policy-tick");
        page.locator("#understood").check();
        save(page);
        assertThat(page.locator(".note.success")).isVisible();

        page.navigate("/console/accounts/managed/new");
        look(page, "managed-new");
        page.fill("#email", "taken@elsewhere.example");
        page.locator("main form button.btn-primary").click();
        assertThat(page.locator("#email-note")).isVisible();
        look(page, "managed-new-refused");
        page.fill("#email", "taken@" + domain);
        page.locator("main form button.btn-primary").click();
        assertThat(page.locator("table.list tbody tr")).hasCount(1);
        look(page, "conflict-policy-pending");
        page.locator("table.list tbody button").click();
        assertThat(page.locator("table.list")).hasCount(0);
    }

    private static void save(Page page) {
        page.locator("main form button.btn-primary").click();
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
