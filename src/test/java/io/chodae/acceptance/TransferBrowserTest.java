package io.chodae.acceptance;

import static io.chodae.acceptance.Invited.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.chodae.bizkit.Kits;
import io.chodae.capture.Captures;
import io.chodae.capture.Captures.Organisation;
import io.chodae.directory.Account;
import io.chodae.shared.Language;
import io.chodae.testing.BrowserTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The way from the mail to a managed account, and the ways out of it, in a browser. */
@Import({Kits.class, Invited.class, Captures.class})
class TransferBrowserTest extends BrowserTest {

    @Autowired
    private Captures captures;

    @Autowired
    private Invited invited;

    @ParameterizedTest
    @CsvSource({"KO,1280", "KO,360", "EN,1280", "EN,360"})
    void thePagesReadWell(Language language, int width) {
        Organisation hotel = captures.organisation();
        captures.contact(hotel, "it@hotel.example");
        Account person = asked(hotel, "minji", language);
        Account other = asked(hotel, "other", language);
        String path = path(hotel, person);
        Page page = page(language, width);

        page.navigate(path);
        look(page, "transfer");
        page.locator("main a.btn-primary").click();
        look(page, "transfer-sign-in");
        page.fill("#email", other.email().value());
        page.fill("#password", PASSWORD);
        page.locator("main button.btn-primary").click();
        page.waitForURL("**/confirm");
        look(page, "transfer-other-account");
        page.locator("main form[action='/sign-out'] button").click();
        page.fill("#password", PASSWORD);
        page.locator("main button.btn-primary").click();
        page.waitForURL("**/confirm");
        look(page, "transfer-confirm");
        page.locator("main .check input").check();
        page.locator("main form[action$='/accept'] button").click();
        page.waitForURL("**/done");
        look(page, "transfer-done");
        page.navigate(path);
        look(page, "transfer-ended");

        String declined = path(hotel, other);
        page.navigate(declined + "/decline");
        look(page, "transfer-decline");
        page.locator("main button.btn-danger").click();
        look(page, "transfer-declined");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void itAllWorksWithScriptsOff(Language language) {
        Organisation hotel = captures.organisation();
        Account person = asked(hotel, "minji", language);
        Page page = pageWithoutScripts(language, NARROW);
        page.navigate(path(hotel, person));
        fitsItsWidth(page);
        page.locator("main a.btn-primary").click();
        page.fill("#password", PASSWORD);
        page.locator("main button.btn-primary").click();
        page.locator("main .check input").check();
        page.locator("main form[action$='/accept'] button").click();
        assertThat(page.url()).endsWith("/done");
        fitsItsWidth(page);
    }

    private Account asked(Organisation hotel, String name, Language language) {
        Account person = invited.member(name + "@" + hotel.domain(), true, language);
        captures.tell(person);
        captures.send(hotel, person.email());
        return person;
    }

    private String path(Organisation hotel, Account person) {
        return "/t/" + captures.link(hotel, person).reveal();
    }

    private static void look(Page page, String name) {
        assertThat(page.locator("main").textContent()).doesNotContain("??");
        fitsItsWidth(page);
        axeFindsNothing(page);
        shot(page, name);
    }
}
