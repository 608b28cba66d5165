package io.chodae.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.shared.Secrets;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.HttpBrowser;
import java.io.IOException;
import java.io.Reader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

@ChodaeTest
class AccountPagesTest {

    private static final String PASSWORD = "plum4tandem7river";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Value("${local.server.port}")
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Secrets secrets;

    private final String email = "reader" + NUMBER.incrementAndGet() + "@account.example";
    private Visitor visitor;

    @BeforeEach
    void opensABrowser() {
        visitor = new Visitor(port);
    }

    @ParameterizedTest
    @CsvSource({
        "/sign-in, account.sign-in.title",
        "/sign-in?fault=credentials, account.sign-in.title",
        "/sign-up, account.sign-up.title",
        "/forgot, account.forgot.title",
        "/forgot?sent, account.forgot-sent.title",
        "/verify, account.verified.title"
    })
    void pagesForEverybody(String path, String heading) {
        opensInBothLanguages(path, heading);
    }

    @Test
    void pagesOfAMember() {
        signUp();
        opensInBothLanguages("/me/mail", "account.mail.title");
        opensInBothLanguages("/me/profile", "account.profile.title");
    }

    @Test
    void anAddressIsConfirmedByTheButtonAlone() {
        signUp();
        String link = "/verify/" + mailed("verify");
        opensInBothLanguages(link, "account.verify.title");
        assertRedirect(visitor.post(link, Map.of()), "/verify");
        assertHeading(visitor.get(link), 404, "en", "account.dead.title");
        assertRedirect(visitor.get("/me/mail"), "/me");
    }

    @Test
    void aForgottenPasswordIsReplaced() {
        signUp();
        visitor.get("/forgot");
        assertRedirect(visitor.post("/forgot", Map.of("email", email)), "/forgot?sent");
        assertRedirect(visitor.post("/forgot", Map.of("email", "nobody-" + email)), "/forgot?sent");
        Awaitility.await().until(() -> links("reset") == 1);
        String link = "/reset/" + mailed("reset");
        opensInBothLanguages(link, "account.reset.title");
        assertThat(visitor.post(link, Map.of("password", "short")).statusCode()).isEqualTo(422);
        assertRedirect(visitor.post(link, Map.of("password", "another5marble8wind")), "/sign-in?reset");
        assertThat(visitor.get("/sign-in?reset").body()).contains(text("en", "account.sign-in.reset"));
        assertRedirect(signIn(PASSWORD), "/sign-in?fault=credentials");
        assertRedirect(signIn("another5marble8wind"), "/me");
    }

    @Test
    void theWayToAnInvitationOutlivesAForgottenPassword() {
        signUp();
        String invitation = "/i/" + "c".repeat(32) + "/start";
        visitor = new Visitor(port);
        assertThat(visitor.get("/sign-in?continue=" + invitation).body())
                .contains("href=\"/forgot?continue=" + invitation + "\"");
        assertThat(visitor.get("/forgot?continue=" + invitation).body())
                .contains("name=\"continue\" value=\"" + invitation + "\"");
        assertThat(visitor.post("/forgot", Map.of("email", "min@", "continue", invitation))
                        .body())
                .as("refused")
                .contains("name=\"continue\" value=\"" + invitation + "\"");
        assertRedirect(
                visitor.post("/forgot", Map.of("email", email, "continue", invitation)),
                "/forgot?sent&continue=" + HttpBrowser.encode(invitation));
        Awaitility.await().until(() -> links("reset") == 1);
        String link = "/reset/" + mailed("reset");
        visitor.get(link);
        assertRedirect(visitor.post(link, Map.of("password", "another5marble8wind")), invitation + "?reset=");
    }

    @Test
    void aForgottenPasswordLeadsToNoOtherSiteAndNotTwiceToTheSame() {
        signUp();
        visitor = new Visitor(port);
        for (String way : new String[] {"//evil.example", "/console/plays"}) {
            visitor.get("/forgot");
            visitor.post("/forgot", Map.of("email", email, "continue", way));
        }
        Awaitility.await().until(() -> links("reset") == 2);
        String link = "/reset/" + mailed("reset");
        visitor.get(link);
        assertRedirect(
                visitor.post(link, Map.of("password", "another5marble8wind")),
                "/sign-in?reset&continue=%2Fconsole%2Fplays");
    }

    @Test
    void theServerIsSetUpByItsLink() {
        String link = "/setup/"
                + token("setup", "select max(link_id) from account_link where purpose = 'setup' and used_at is null");
        opensInBothLanguages(link, "account.set-up.title");
        HttpResponse<String> refused = visitor.post(link, Map.of("publisher", "Haneul & Co", "name", "민지"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"Haneul &amp; Co\"", "value=\"민지\"", "href=\"#email\"");
        assertRedirect(
                visitor.post(
                        link, Map.of("publisher", "Haneul & Co", "name", "민지", "email", email, "password", PASSWORD)),
                "/console");
        assertHeading(visitor.get(link), 404, "en", "account.dead.title");
    }

    @Test
    void aRefusedSignUpKeepsWhatWasTyped() {
        visitor.get("/sign-up?lang=en");
        HttpResponse<String> page = visitor.post(
                "/sign-up",
                Map.of("name", "Min \"J\" Kim", "email", "min@", "password", PASSWORD, "continue", "/i/abc"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("value=\"Min &quot;J&quot; Kim\"", "value=\"min@\"", "value=\"/i/abc\"")
                .contains("aria-invalid=\"true\" aria-describedby=\"email-note\"", "id=\"email-note\"")
                .contains("role=\"alert\" tabindex=\"-1\" data-focus", "href=\"#email\"")
                .doesNotContain(PASSWORD)
                .doesNotContain("href=\"#name\"");
    }

    @Test
    void aTakenAddressIsSaidAtItsField() {
        signUp();
        Visitor other = new Visitor(port);
        other.get("/sign-up?lang=ko");
        HttpResponse<String> page = other.post("/sign-up", Map.of("name", "지우", "email", email, "password", PASSWORD));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("이미 계정이 있는 주소예요.", "value=\"지우\"");
    }

    @Test
    void aProfileIsSavedAndThePagesFollowItsLanguage() {
        signUp();
        visitor.get("/me/profile");
        assertRedirect(visitor.post("/me/profile", Map.of("name", "새 이름", "language", "ko")), "/me/profile");
        HttpResponse<String> saved = visitor.get("/me/profile");
        assertHeading(saved, 200, "ko", "account.profile.title");
        assertThat(saved.body()).contains(text("ko", "account.profile.saved"), "value=\"새 이름\"");
        assertThat(visitor.get("/me/profile").body()).doesNotContain(text("ko", "account.profile.saved"));

        HttpResponse<String> refused = visitor.post("/me/profile", Map.of("name", " ", "language", "en"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("aria-describedby=\"name-note\"", "value=\"en\" checked");
    }

    @Test
    void theLanguageOfTheAccountRulesOnADeviceThatMadeNoChoice() {
        signUp();
        visitor.get("/me/profile");
        visitor.post("/me/profile", Map.of("name", "Reader", "language", "ko"));

        visitor = new Visitor(port);
        assertHeading(visitor.get("/sign-in"), 200, "en", "account.sign-in.title");
        visitor.post("/sign-in", Map.of("email", email, "password", PASSWORD));
        assertHeading(visitor.get("/me/profile"), 200, "ko", "account.profile.title");
        visitor.post("/sign-out", Map.of());
        assertHeading(visitor.get("/sign-in"), 200, "en", "account.sign-in.title");

        signIn(PASSWORD);
        assertHeading(visitor.get("/me/profile"), 200, "en", "account.profile.title");
    }

    @Test
    void aPasswordIsChangedAndTheSessionGoesOn() {
        signUp();
        visitor.get("/me/profile?lang=en");
        HttpResponse<String> wrong = visitor.post(
                "/me/profile/password", Map.of("currentPassword", "guess", "password", "another5marble8wind"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("aria-describedby=\"currentPassword-note\"");
        assertRedirect(visitor.get("/me/profile/password"), "/me/profile");
        assertRedirect(
                visitor.post(
                        "/me/profile/password", Map.of("currentPassword", PASSWORD, "password", "another5marble8wind")),
                "/me/profile");
        assertThat(visitor.get("/me/profile").body()).contains(text("en", "account.password.changed"));
    }

    @ParameterizedTest
    @CsvSource({
        "fault=paused&seconds=40, Try again in 40 seconds.",
        "fault=paused&seconds=700, Try again in 12 minutes.",
        "fault=paused&seconds=x, Try again in 60 seconds.",
        "signed-out, You are signed out."
    })
    void signInSaysWhatHappened(String query, String sentence) {
        assertThat(visitor.get("/sign-in?lang=en&" + query).body()).contains(sentence);
    }

    @Test
    void signInTakesNobodyToAnotherSite() {
        assertThat(visitor.get("/sign-in?continue=/i/abc").body()).contains("name=\"continue\" value=\"/i/abc\"");
        assertThat(visitor.get("/sign-in?continue=//evil.example").body()).doesNotContain("evil.example");
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(texts("ko").stringPropertyNames()).isEqualTo(texts("en").stringPropertyNames());
    }

    private void signUp() {
        visitor.get("/sign-up?lang=en");
        HttpResponse<String> answer =
                visitor.post("/sign-up", Map.of("name", "Reader", "email", email, "password", PASSWORD));
        assertRedirect(answer, "/me/mail?continue=%2Fme");
        visitor.get("/me/mail");
    }

    private HttpResponse<String> signIn(String password) {
        visitor = new Visitor(port);
        visitor.get("/sign-in?lang=en");
        return visitor.post("/sign-in", Map.of("email", email, "password", password));
    }

    private void opensInBothLanguages(String path, String heading) {
        for (String language : new String[] {"ko", "en"}) {
            String separator = path.contains("?") ? "&" : "?";
            assertHeading(visitor.get(path + separator + "lang=" + language), 200, language, heading);
        }
    }

    private static void assertHeading(HttpResponse<String> page, int status, String language, String heading) {
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body())
                .contains("<h1>" + text(language, heading) + "</h1>", "lang=\"" + language + "\"")
                .doesNotContain("??", "style=", "<style", "onclick", "th:");
    }

    private static void assertRedirect(HttpResponse<String> response, String target) {
        assertThat(response.statusCode()).isBetween(302, 303);
        assertThat(response.headers().firstValue("Location").orElse(""))
                .matches(
                        location -> location.replaceFirst("^https?://[^/]+", "").equals(target), target);
    }

    private String mailed(String purpose) {
        return token(
                purpose,
                "select max(link_id) from account_link where purpose = :purpose and account_id ="
                        + " (select account_id from account where email = :email)");
    }

    private String token(String purpose, String query) {
        long linkId = jdbc.sql(query)
                .param("purpose", purpose)
                .param("email", email)
                .query(Long.class)
                .single();
        return secrets.token(purpose, linkId).reveal();
    }

    private int links(String purpose) {
        return jdbc.sql("select count(*) from account_link where purpose = :purpose and account_id ="
                        + " (select account_id from account where email = :email)")
                .param("purpose", purpose)
                .param("email", email)
                .query(Integer.class)
                .single();
    }

    private static String text(String language, String key) {
        return texts(language).getProperty(key);
    }

    private static Properties texts(String language) {
        String file = language.equals("ko") ? "account_ko.properties" : "account.properties";
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages", file))) {
            texts.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return texts;
    }
}
