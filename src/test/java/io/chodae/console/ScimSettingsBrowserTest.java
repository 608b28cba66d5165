package io.chodae.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.chodae.identity.DirectoryTokens;
import io.chodae.identity.TestServiceAccounts;
import io.chodae.identity.TestServiceAccounts.Organisation;
import io.chodae.shared.Language;
import io.chodae.testing.BrowserTest;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** An owner makes a token for an identity provider, sees it once, and ends it. */
@Import(TestServiceAccounts.class)
class ScimSettingsBrowserTest extends BrowserTest {

    @Autowired
    private TestServiceAccounts accounts;

    @Autowired
    private DirectoryTokens tokens;

    @ParameterizedTest
    @EnumSource
    void aTokenIsMadeShownOnceAndRevoked(Language language) {
        Organisation organisation = accounts.organisation();
        Page page = signedIn(language, organisation);
        page.navigate("/console/settings/scim?lang=" + language.tag());
        Assertions.assertThat(page.inputValue("#base-url")).endsWith("/scim/v2");
        look(page, "scim-none");
        page.locator("main form.panel button").click();
        assertThat(page.locator(".note.danger")).isVisible();
        look(page, "scim-fault");

        page.fill("#name", "Okta");
        page.locator("main form.panel button").click();
        assertThat(page.locator("#token")).isVisible();
        String token = page.inputValue("#token");
        Assertions.assertThat(tokens.verify(token)).isPresent();
        look(page, "scim-token");
        page.fill("#name", "Okta");
        page.locator("main form.panel button").click();
        assertThat(page.locator("#name-note")).isVisible();
        Assertions.assertThat(page.content()).doesNotContain(token);

        page.navigate("/console/settings/scim");
        assertThat(page.locator("#token")).hasCount(0);
        Assertions.assertThat(page.content()).doesNotContain(token);
        page.locator("form[action$='/revoke'] button").click();
        assertThat(page.locator(".note.success")).isVisible();
        look(page, "scim-revoked");
        Assertions.assertThat(tokens.verify(token)).isEmpty();
    }

    private Page signedIn(Language language, Organisation organisation) {
        Page page = page(language, DESK);
        page.navigate("/sign-in");
        page.fill("#email", organisation.owner().email().value());
        page.fill("#password", TestServiceAccounts.PASSWORD);
        page.locator("main button.btn-primary").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    private static void look(Page page, String name) {
        shot(page, name);
        axeFindsNothing(page);
        fitsItsWidth(page);
        page.setViewportSize(PHONE, 900);
        shot(page, name);
        axeFindsNothing(page);
        fitsItsWidth(page);
        page.setViewportSize(DESK, 900);
    }
}
