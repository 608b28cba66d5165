package io.chodae.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.chodae.identity.SignUp;
import io.chodae.shared.Language;
import io.chodae.shared.Secrets;
import io.chodae.testing.BrowserTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccountBrowserTest extends BrowserTest {

    private static final String PASSWORD = "seven quiet lanterns";

    @Autowired
    private SignUp signUp;

    @Autowired
    private Secrets secrets;

    @Autowired
    private JdbcClient jdbc;

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

    /** Every page that a mailed link opens or that asks to open one. */
    @ParameterizedTest
    @CsvSource({"KO,1280", "KO,390", "EN,1280", "EN,390"})
    void pagesBehindMailedLinksReadWell(Language language, int width) {
        String email = "mailed" + width + "-" + language.tag() + "@look.example";
        Page page = page(language, width);
        page.navigate("/sign-up");
        page.locator("#name").fill("Kim Hana");
        page.locator("#email").fill(email);
        page.locator("#password").fill(PASSWORD);
        page.locator("main button.btn-primary").click();
        look(page, "check-mail");
        page.locator("main button").click();
        look(page, "check-mail-again");

        String verify = "/verify/" + token("verify", email);
        page.navigate(verify);
        look(page, "verify");
        page.locator("main button.btn-primary").click();
        assertThat(page.url()).endsWith("/verify");
        look(page, "verified");
        page.navigate(verify);
        look(page, "dead-link-verify");

        page.navigate("/forgot");
        page.locator("#email").fill(email);
        page.locator("main button.btn-primary").click();
        look(page, "forgot-sent");
        Awaitility.await().until(() -> links("reset", email) == 1);
        String reset = "/reset/" + token("reset", email);
        page.navigate(reset);
        look(page, "reset");
        page.locator("#password").fill("another5marble8wind");
        page.locator("main button.btn-primary").click();
        assertThat(page.url()).contains("/sign-in?reset");
        look(page, "sign-in-after-reset");
        page.navigate(reset);
        look(page, "dead-link-reset");
        page.navigate("/setup/" + "x".repeat(32));
        look(page, "dead-link-setup");
    }

    @ParameterizedTest
    @CsvSource({"KO,1280", "KO,390", "EN,1280", "EN,390"})
    void theFirstSetUpReadsWell(Language language, int width) {
        Page page = page(language, width);
        page.navigate("/setup/"
                + secrets.token("setup", newestLink("purpose = 'setup' and used_at is null and :email <> ''", "x"))
                        .reveal());
        look(page, "set-up");
        page.locator("main button.btn-primary").click();
        assertThat(page.locator("[role=alert]").isVisible()).isTrue();
        look(page, "set-up-faults");
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

    private static void look(Page page, String name) {
        assertThat(page.locator("main").textContent()).doesNotContain("??");
        fitsItsWidth(page);
        axeFindsNothing(page);
        shot(page, name);
    }

    private String token(String purpose, String email) {
        return secrets.token(
                        purpose,
                        newestLink(
                                "purpose = '" + purpose + "' and account_id ="
                                        + " (select account_id from account where email = :email)",
                                email))
                .reveal();
    }

    private long newestLink(String condition, String email) {
        return jdbc.sql("select max(link_id) from account_link where " + condition)
                .param("email", email)
                .query(Long.class)
                .single();
    }

    private int links(String purpose, String email) {
        return jdbc.sql("select count(*) from account_link where purpose = :purpose and account_id ="
                        + " (select account_id from account where email = :email)")
                .param("purpose", purpose)
                .param("email", email)
                .query(Integer.class)
                .single();
    }
}
