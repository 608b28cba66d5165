package io.chodae.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.chodae.identity.ApiScopes;
import io.chodae.identity.RegisterProgram;
import io.chodae.identity.Role;
import io.chodae.identity.TestServiceAccounts;
import io.chodae.identity.TestServiceAccounts.Organisation;
import io.chodae.playclient.TestPlay;
import io.chodae.shared.Language;
import io.chodae.testing.BrowserTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An owner makes a service account and its key; an administrator lets a program act, and takes that back. */
@Import(TestServiceAccounts.class)
class ServiceAccountsBrowserTest extends BrowserTest {

    @Autowired
    private TestServiceAccounts accounts;

    @Autowired
    private RegisterProgram register;

    @Autowired
    private JsonMapper json;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @EnumSource
    void aServiceAccountIsMadeAndItsKeyShownOnce(Language language) throws IOException {
        Organisation organisation = accounts.organisation();
        Page page = signedIn(language, organisation);
        page.navigate("/console/settings/service-accounts?lang=" + language.tag());
        look(page, "service-accounts-none");
        page.locator("main form.panel button").click();
        assertThat(page.locator(".note.danger")).isVisible();
        look(page, "service-accounts-fault");
        page.fill("#name", "HR sync");
        page.locator("input[value='" + ApiScopes.USER_INVITATIONS + "']").check();
        page.locator("main form.panel button").click();
        assertThat(page.locator("#client-email")).containsText("hr-sync-");
        look(page, "service-account-new");

        page.locator("form[action$='/keys'] button").click();
        assertThat(page.locator("#key-file")).isVisible();
        look(page, "service-account-key");
        Download download =
                page.waitForDownload(() -> page.locator("#key-download").click());
        Assertions.assertThat(download.suggestedFilename())
                .startsWith("hr-sync-")
                .endsWith(".json");
        JsonNode file = json.readTree(Files.readString(download.path()));
        Assertions.assertThat(file.get("type").asString()).isEqualTo("service_account");
        Assertions.assertThat(file.get("private_key").asString()).startsWith("-----BEGIN PRIVATE KEY-----");
        page.locator("a.btn[href*='/service-accounts/']").click();
        assertThat(page.locator("#key-file")).hasCount(0);

        page.fill("#name", "");
        page.locator("form:has(#name) button").click();
        assertThat(page.locator(".note.danger")).isVisible();
        assertThat(page.locator("h1")).hasText("HR sync");
        look(page, "service-account-change-fault");
        page.fill("#name", "Directory sync");
        page.locator("input[value='" + ApiScopes.DIRECTORY_USER_READONLY + "']").check();
        page.locator("form:has(#name) button").click();
        assertThat(page.locator(".note.success")).isVisible();
        assertThat(page.locator("h1")).hasText("Directory sync");
        assertThat(page.locator("dl.facts li")).hasCount(2);
        look(page, "service-account-changed");

        page.locator("form[action$='/revoke'] button").click();
        assertThat(page.locator(".note.success")).isVisible();
        page.locator("form[action$='/enabled'] button").click();
        look(page, "service-account-off");
        page.locator("a[href$='/remove']").click();
        look(page, "service-account-remove");
        page.locator("main form button").click();
        assertThat(page.locator(".note.success")).isVisible();
    }

    @ParameterizedTest
    @EnumSource
    void aProgramIsRegisteredAllowedAndWithdrawn(Language language) {
        Organisation organisation = accounts.organisation();
        Organisation second = accounts.organisation();
        accounts.grant(second, organisation.owner().id(), Role.VIEWER);
        String back = "http://127.0.0.1:" + port + "/robots.txt";
        var made = register.register(organisation.id(), UUID.randomUUID(), "Roster bridge", back, organisation.actor());
        TestPlay program = new TestPlay(port, ((RegisterProgram.Result.Registered) made).clientId(), "");
        Page page = signedIn(language, organisation);
        String asks = program.authorizePath(
                "redirect_uri", back, "scope", ApiScopes.USER_INVITATIONS + " " + ApiScopes.DIRECTORY_USER_READONLY);
        page.navigate(asks);
        page.navigate(page.url() + "&lang=" + language.tag());
        look(page, "consent");
        page.locator("input[name='customer']").first().check();
        page.locator("main button.btn-primary").click();
        page.waitForURL(url -> url.startsWith(back) && url.contains("code="));
        page.navigate("/consent?state=over&lang=" + language.tag());
        look(page, "consent-gone");

        page.navigate("/me/programs?lang=" + language.tag());
        look(page, "my-programs");
        page.navigate("/console/settings/programs?lang=" + language.tag());
        look(page, "programs");
        page.locator("form[action$='/withdraw'] button").click();
        assertThat(page.locator(".note.success")).isVisible();
        assertThat(page.locator("form[action$='/withdraw']")).hasCount(0);
        page.locator("main form.panel button").click();
        look(page, "programs-fault");
        page.fill("#name", "Another");
        page.fill("#redirectUris", "https://program.example/back");
        page.locator("main form.panel button").click();
        assertThat(page.locator("#secret")).isVisible();
        look(page, "programs-secret");
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
        fitsItsWidth(page);
        page.setViewportSize(DESK, 900);
    }
}
