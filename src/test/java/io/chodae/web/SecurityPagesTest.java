package io.chodae.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.shared.AccountId;
import io.chodae.shared.EmailAddress;
import io.chodae.testing.HttpBrowser;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may open which page, over HTTP, with pages of the test's own beside the real ones. */
class SecurityPagesTest extends SecuredPages {

    @ParameterizedTest
    @ValueSource(strings = {"/me/test", "/console/test", "/console", "/me", "/no-such-page"})
    void strangersAreSentToSignIn(String path) {
        HttpResponse<String> response = browser.get(path);
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(location(response)).isEqualTo("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/i/some-token",
                "/sign-in",
                "/sign-up",
                "/forgot",
                "/reset/x",
                "/verify/x",
                "/setup/x",
                "/assets/none.css",
                "/icons/service/C00000000",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/livez",
                "/readyz"
            })
    void thesePathsAreOpenToEverybody(String path) {
        HttpResponse<String> response = browser.get(path);
        assertThat(response.statusCode()).isNotIn(401, 403);
        assertThat(response.headers().firstValue("Location")).isNotEqualTo(Optional.of("/sign-in"));
    }

    @Test
    void searchEnginesAreTurnedAwayWithoutBeingAskedToSignIn() {
        HttpResponse<String> robots = browser.get("/robots.txt");
        assertThat(robots.statusCode()).isEqualTo(200);
        assertThat(robots.body()).contains("Disallow: /");
    }

    @Test
    void openingAnInvitationWritesNoSession() {
        long before = sessions();
        assertThat(browser.get("/i/test/open").body()).isEqualTo("nobody");
        assertThat(browser.cookie(SESSION)).isEmpty();
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void theFormSignsInAndGoesOnToThePageThatWasAskedFor() {
        String email = member();
        browser.get("/me/test?tab=2");
        HttpResponse<String> response = browser.signIn(email, PASSWORD);
        assertThat(location(response)).isEqualTo("/me/test?tab=2");
        assertThat(browser.get("/me/test").body()).isEqualTo(email);
    }

    @ParameterizedTest
    @CsvSource({
        "/i/abc/confirm, /i/abc/confirm",
        "/i/abc?x=1&y=2, /i/abc?x=1&y=2",
        "//evil.example, /me",
        "https://evil.example, /me",
        "/\\evil.example, /me",
        "\\/evil.example, /me",
        "javascript:alert(1), /me",
        "'/\t/evil.example', /me",
        "'', /me",
        "i/abc, /me"
    })
    void itContinuesOnlyOnOurOwnPaths(String wanted, String target) {
        HttpResponse<String> response =
                browser.post("/sign-in", "email", member(), "password", PASSWORD, "continue", wanted);
        assertThat(location(response)).isEqualTo(target);
    }

    @Test
    void aWrongPasswordKeepsTheWayAndSaysTheSameAsAnUnknownAddress() {
        String wrong = location(
                browser.post("/sign-in", "email", member(), "password", "not it at all", "continue", "/i/a?b=c&d"));
        String unknown = location(
                browser.post("/sign-in", "email", "nobody@people.example", "password", "x", "continue", "/i/a?b=c&d"));
        assertThat(wrong)
                .isEqualTo("/sign-in?continue=%2Fi%2Fa%3Fb%3Dc%26d&fault=credentials")
                .isEqualTo(unknown);
    }

    @Test
    void afterTooManyAttemptsThePageSaysHowLongToWait() {
        String email = member();
        for (int i = 0; i < 5; i++) {
            browser.signIn(email, "not it at all");
        }
        assertThat(location(browser.signIn(email, PASSWORD))).matches("/sign-in\\?fault=paused&seconds=\\d+");
        assertThat(location(browser.get("/me/test"))).isEqualTo("/sign-in");
    }

    @Test
    void signingInChangesTheSessionAndTheCsrfToken() {
        String email = member();
        browser.get("/me/test");
        String session = browser.cookie(SESSION).orElseThrow();
        String csrf = browser.cookie("__Host-chodae_csrf").orElseThrow();
        browser.signIn(email, PASSWORD);
        assertThat(browser.cookie(SESSION)).isNotEmpty().isNotEqualTo(Optional.of(session));
        assertThat(browser.cookie("__Host-chodae_csrf")).isNotEqualTo(Optional.of(csrf));
        HttpBrowser fixed = new HttpBrowser(port);
        fixed.setCookie(SESSION, session);
        assertThat(location(fixed.get("/me/test"))).isEqualTo("/sign-in");
    }

    @Test
    void signingInSilentlyChangesTheSessionToo() {
        String email = member();
        AccountId id =
                accounts.findByEmail(EmailAddress.of(email)).orElseThrow().id();
        browser.get("/me/test");
        String session = browser.cookie(SESSION).orElseThrow();
        browser.post("/i/test/silently", "account", Long.toString(id.value()));
        assertThat(browser.cookie(SESSION)).isNotEmpty().isNotEqualTo(Optional.of(session));
        assertThat(browser.get("/me/test").body()).isEqualTo(email);
        assertThat(browser.get("/i/test/open").body()).isEqualTo("김민지");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        assertThat(browser.postPlain("/i/test/write").statusCode()).isEqualTo(403);
        assertThat(browser.postPlain("/i/test/write", "_csrf", "guessed").statusCode())
                .isEqualTo(403);
        assertThat(browser.postPlain("/sign-in", "email", member(), "password", PASSWORD)
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/i/test/write").body()).isEqualTo("written");
    }

    @Test
    void signingOutTakesAFormAndEndsTheSession() {
        browser.signIn(member(), PASSWORD);
        String session = browser.cookie(SESSION).orElseThrow();
        assertThat(browser.get("/sign-out").statusCode()).isNotEqualTo(302);
        assertThat(browser.get("/me/test").statusCode()).isEqualTo(200);
        assertThat(location(browser.post("/sign-out"))).isEqualTo("/sign-in?signed-out");
        browser.setCookie(SESSION, session);
        assertThat(location(browser.get("/me/test"))).isEqualTo("/sign-in");
    }

    @Test
    void switchingTheAccountGoesOnFromTheSamePage() {
        browser.signIn(member(), PASSWORD);
        assertThat(location(browser.post("/sign-out", "continue", "/console/plays")))
                .isEqualTo("/sign-in?continue=%2Fconsole%2Fplays");
    }

    @Test
    void switchingTheAccountOfAnInvitationStaysInTheInvitation() {
        browser.signIn(member(), PASSWORD);
        assertThat(location(browser.post("/sign-out", "continue", "/i/abc/start")))
                .isEqualTo("/i/abc/start");
        HttpBrowser again = new HttpBrowser(port);
        again.signIn(member(), PASSWORD);
        assertThat(location(again.post("/sign-out", "continue", "//evil.example/i/")))
                .isEqualTo("/sign-in?signed-out");
    }

    @Test
    void whatStandsInTheDatabaseMakesNoCookie() {
        browser.signIn(member(), PASSWORD);
        String cookie = browser.cookie(SESSION).orElseThrow();
        String id = jdbc.sql("select session_id from spring_session order by last_access_time desc limit 1")
                .query(String.class)
                .single();
        assertThat(cookie).startsWith(id + ".");
        for (String forged : new String[] {id, id + ".", id + ".AAAA", id + cookie.substring(id.length() + 1)}) {
            HttpBrowser thief = new HttpBrowser(port);
            thief.setCookie(SESSION, forged);
            assertThat(location(thief.get("/me/test"))).as(forged).isEqualTo("/sign-in");
        }
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
        HttpResponse<String> response = browser.signIn(member(), PASSWORD);
        assertThat(response.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("chodae_session=")
                        .contains("HttpOnly", "Secure", "SameSite=Lax", "Path=/"));
    }

    @Test
    void aPartialSendsTheWholePageToSignIn() {
        HttpResponse<String> response = browser.header("HX-Request", "true").get("/console/test");
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("HX-Redirect")).contains("/sign-in");
    }

    @Test
    void pagesTellTheBrowserToRunAndLeakNothing() {
        HttpResponse<String> page = browser.get("/sign-in");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(page.headers().firstValue("Strict-Transport-Security").orElseThrow())
                .startsWith("max-age=");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        for (String path : new String[] {"/i/test/open", "/reset/x", "/verify/x", "/setup/x"}) {
            assertThat(browser.get(path).headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        }
    }
}
