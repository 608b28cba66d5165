package io.chodae.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.chodae.identity.SignUp;
import io.chodae.shared.Language;
import io.chodae.testing.BrowserTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class AccountBrowserTest extends BrowserTest {

    private static final String PASSWORD = "seven quiet lanterns";

    @Autowired
    private SignUp signUp;

    @ParameterizedTest
    @CsvSource({"KO,1280", "KO,390", "EN,1280", "EN,390"})
    void pagesForVisitorsReadWell(Language language, int width) {
        for (String name : new String[] {"sign-in", "sign-up", "forgot"}) {
            Page page = page(language, width);
            page.navigate("/" + name);
            assertThat(page.locator("h1").textContent()).doesNotContain("??");
            fitsItsWidth(page);
            axeFindsNothing(page);
            shot(page, name);
        }
    }

    @ParameterizedTest
    @CsvSource({"KO,1280", "KO,390", "EN,1280", "EN,390"})
    void faultsAreToldWithTheFocusOnThemAndKeepWhatWasTyped(Language language, int width) {
        Page page = page(language, width);
        page.navigate("/sign-up");
        page.locator("#email").fill("nobody at all");
        page.locator("#name").fill("Kim Hana");
        page.locator("#password").fill("x");
        page.locator("main button.btn-primary").click();
        assertThat(page.locator("#email").inputValue()).isEqualTo("nobody at all");
        assertThat(page.locator("#name").inputValue()).isEqualTo("Kim Hana");
        assertThat(page.locator("#password").inputValue()).isEmpty();
        assertThat(page.evaluate("document.activeElement.getAttribute('role')")).isEqualTo("alert");
        assertThat(page.locator("#email").getAttribute("aria-invalid")).isEqualTo("true");
        fitsItsWidth(page);
        axeFindsNothing(page);
        shot(page, "sign-up-faults");
    }

    @ParameterizedTest
    @CsvSource({"KO,1280", "KO,390", "EN,1280", "EN,390"})
    void aMemberSignsInAndFindsTheProfile(Language language, int width) {
        Page page = page(language, width);
        signIn(page, member(language, "look" + width));
        page.navigate("/me/profile");
        assertThat(page.locator("#name").inputValue()).isEqualTo("Kim Hana");
        fitsItsWidth(page);
        axeFindsNothing(page);
        shot(page, "profile");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void signingInWorksWithoutScripts(Language language) {
        Page page = pageWithoutScripts(language, NARROW);
        signIn(page, member(language, "plain"));
        page.navigate("/me/profile");
        assertThat(page.locator("#name").inputValue()).isEqualTo("Kim Hana");
        fitsItsWidth(page);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void darkPagesHaveContrast(Language language) {
        Page page = darkPage(language, PHONE);
        page.navigate("/sign-up");
        page.locator("main button.btn-primary").click();
        axeFindsNothing(page);
        shot(page, "sign-up-faults-dark");
    }

    private static void signIn(Page page, String email) {
        page.navigate("/sign-in");
        page.locator("#email").fill(email);
        page.locator("#password").fill(PASSWORD);
        page.locator("main button.btn-primary").click();
        assertThat(page.url()).doesNotContain("/sign-in");
    }

    private String member(Language language, String name) {
        String email = name + "-" + language.tag() + "@look.example";
        signUp.signUp(email, "Kim Hana", PASSWORD, language, true);
        return email;
    }
}
