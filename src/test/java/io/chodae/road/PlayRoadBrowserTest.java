package io.chodae.road;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.chodae.road.RoadTest.look;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.chodae.Chodae;
import io.chodae.shared.Language;
import io.chodae.testing.BrowserTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo and the sample Play as they are started by hand: from the invitation to the Play, and out of it again. */
class PlayRoadBrowserTest extends BrowserTest {

    private static final Pattern LINK = Pattern.compile(".*/i/[A-Za-z0-9_-]{32}$");

    private final JsonMapper json = new JsonMapper();

    @TempDir
    private Path data;

    @TempDir
    private Path classes;

    @ParameterizedTest
    @EnumSource
    void whoAcceptsGetsIntoThePlayAndWhoLeavesDoesNot(Language language) throws IOException {
        String playUrl = "http://127.0.0.1:" + freePort();
        try (ConfigurableApplicationContext server = SpringApplication.run(
                        Chodae.class,
                        "--server.port=" + freePort(),
                        "--chodae.data-dir=" + data,
                        "--chodae.demo.play-url=" + playUrl);
                SamplePlay play = SamplePlay.start(classes, data.resolve("demo/demo.json"))) {
            assertThat(server.isRunning()).isTrue();
            assertThat(play).isNotNull();
            JsonNode demo = json.readTree(data.resolve("demo/demo.json").toFile());
            Page operator = page(language, DESK);
            registers(operator, demo, language);
            invites(operator, demo);

            Page person = page(language, DESK);
            accepts(person, demo, language);
            person.navigate(playUrl);
            person.click("#sign-in");
            assertThat(person.locator("#claim-name")).hasText("안지유");
            assertThat(person.locator("#claim-email"))
                    .hasText(demo.get("invitee").get("email").asString());
            assertThat(person.locator("#claim-group")).containsText("객실팀");
            String sub = person.locator("#claim-sub").textContent();
            person.click("#refresh");
            assertThat(person.locator("#claim-sub")).hasText(sub);

            strangerReadsWhyAndSwitches(page(language, DESK), demo, playUrl, language, sub);
            leaves(person, demo);
            person.navigate(playUrl);
            person.click("#refresh");
            assertThat(person.locator("#refusal")).hasText("invalid_grant");
            person.click("#sign-in");
            look(person, "play-refused-left");
            assertThat(person.locator("main")).containsText("02-123-4567");
            person.locator("main a[href^='" + playUrl + "']").click();
            assertThat(person.locator("#refusal")).hasText("access_denied");
        }
    }

    /** Another Play of the demo, by the console alone. */
    private static void registers(Page page, JsonNode demo, Language language) {
        String base = demo.get("baseUrl").asString();
        page.navigate(base + "/sign-in?lang=" + language.tag());
        page.navigate(base + "/console/plays");
        signIn(page, demo.get("console"));
        page.waitForURL("**/console/plays");
        page.locator("table.list a[href^='/console/plays/']").first().click();
        page.locator("main a[href$='/sign-in']").click();
        look(page, "play-sign-in-new");
        page.fill("#redirectUris", "http://play.example/callback");
        page.locator("main form button.btn-primary").click();
        look(page, "play-sign-in-fault");
        assertThat(page.locator("#redirectUris")).hasValue("http://play.example/callback");
        page.fill("#redirectUris", "https://play.example/callback");
        page.locator("main form button.btn-primary").click();
        assertThat(page.locator("#secret")).hasValue(Pattern.compile("chodae_[A-Za-z0-9_-]{43}"));
        look(page, "play-sign-in-secret");
        String secret = page.locator("#secret").inputValue();
        page.locator("main .panel a.btn-primary").click();
        assertThat(page.locator("#client-id")).hasText(Pattern.compile("play-.+"));
        assertThat(page.content()).doesNotContain(secret);
        page.locator("form[action$='/sign-in/secret'] button").click();
        assertThat(page.locator("#secret")).not().hasValue(secret);
        look(page, "play-sign-in-renewed");
        page.locator("main a[href$='/remove']").click();
        look(page, "play-sign-in-remove");
        page.locator("main button.btn-danger").click();
        assertThat(page.locator("#client-id")).hasCount(0);
    }

    private static void invites(Page page, JsonNode demo) {
        page.navigate(demo.get("baseUrl").asString() + "/console");
        page.locator("main form[action='/console/invite'] button").click();
        page.fill("#inviterName", "한지민");
        page.fill("#contactEmail", "help@hanbit-hotel.example");
        page.fill("#contactPhone", "02-123-4567");
        page.check("input[name=target][value=EXISTING]");
        page.selectOption(
                "#groupId",
                page.locator("#groupId option", new Page.LocatorOptions().setHasText("객실팀"))
                        .getAttribute("value"));
        page.waitForResponse(
                answer -> answer.request().method().equals("POST"), () -> page.fill("#reason", "새 직원 서비스예요."));
        page.locator("input[name='typed.name']").first().fill("안지유");
        page.locator("input[name='typed.email']")
                .first()
                .fill(demo.get("invitee").get("email").asString());
        page.locator("button[formaction$='/preview']").click();
        page.locator("#send button").click();
        assertThat(page.locator("#progress progress")).hasAttribute("value", "1");
    }

    private void accepts(Page page, JsonNode demo, Language language) {
        page.navigate(demo.get("baseUrl").asString() + "/sign-in?lang=" + language.tag());
        page.navigate(demo.get("mailbox").get("page").asString());
        assertThat(page.locator("#mails tbody tr")).hasCount(1);
        JsonNode mails = json.readTree(
                page.request().get(demo.get("mailbox").get("api").asString()).text());
        String link = StreamSupport.stream(
                        mails.get("messages").get(0).get("links").spliterator(), false)
                .map(JsonNode::asString)
                .filter(one -> LINK.matcher(one).matches())
                .findFirst()
                .orElseThrow();
        page.navigate(link);
        page.locator("form[action$='/continue'] button").click();
        page.fill("#password", demo.get("invitee").get("password").asString());
        page.locator("main button.btn-primary").click();
        page.locator("main button.btn-primary").click();
        assertThat(page).hasURL(Pattern.compile(".*/done$"));
    }

    /** The operator was never invited: no way in, words on why, and the way on with the right account. */
    private static void strangerReadsWhyAndSwitches(
            Page page, JsonNode demo, String playUrl, Language language, String sub) {
        page.navigate(demo.get("baseUrl").asString() + "/sign-in?lang=" + language.tag());
        page.navigate(playUrl);
        page.click("#sign-in");
        signIn(page, demo.get("console"));
        page.waitForURL("**/play/refused?**");
        look(page, "play-refused");
        assertThat(page.locator("main")).containsText("직원 게시판");
        assertThat(page.locator("main")).containsText("한빛호텔");
        assertThat(page.locator("main"))
                .containsText(demo.get("console").get("email").asString());
        page.locator("main form[action='/sign-out'] button").first().click();
        signIn(page, demo.get("invitee"));
        assertThat(page.locator("#claim-sub")).hasText(sub);
    }

    private static void leaves(Page page, JsonNode demo) {
        page.navigate(demo.get("baseUrl").asString() + "/me");
        page.locator("main a[href$='/withdraw']").click();
        page.locator("main button.btn-danger").click();
    }

    private static void signIn(Page page, JsonNode who) {
        page.fill("#email", who.get("email").asString());
        page.fill("#password", who.get("password").asString());
        page.locator("main button.btn-primary").click();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
