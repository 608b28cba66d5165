package io.chodae.road;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.chodae.Chodae;
import io.chodae.shared.Language;
import io.chodae.testing.BrowserTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The five minutes of the README on the demo as it starts with no setting at all: its own database, its own mailbox, and
 * nothing known but what {@code demo.json} says.
 */
class DemoRoadBrowserTest extends BrowserTest {

    private static final Pattern LINK = Pattern.compile(".*/i/[A-Za-z0-9_-]{32}$");

    private final JsonMapper json = new JsonMapper();

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource
    void aListBecomesMailsInTheMailboxAndAMailBecomesAUser(Language language) throws IOException {
        try (ConfigurableApplicationContext server =
                SpringApplication.run(Chodae.class, "--server.port=" + freePort(), "--chodae.data-dir=" + data)) {
            assertThat(server.isRunning()).isTrue();
            JsonNode demo = json.readTree(data.resolve("demo/demo.json").toFile());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("demo/demo.json"))))
                    .isEqualTo("rw-------");

            Page operator = page(language, DESK);
            sendTwelve(operator, demo);
            Page person = page(language, PHONE);
            String first = linkOf(person, demo, 0);
            String second = linkOf(person, demo, 1);
            accept(person, first);
            decline(person, second);

            operator.navigate(demo.get("baseUrl").asString() + "/console");
            assertThat(operator.locator("a.stat[href$='state=ACCEPTED'] b")).hasText("1");
            assertThat(operator.locator("a.stat[href$='state=DECLINED'] b")).hasText("1");
            assertThat(operator.locator("a.stat[href$='/people'] b")).hasText("1");
        }
    }

    private static void sendTwelve(Page page, JsonNode demo) {
        JsonNode console = demo.get("console");
        page.navigate(demo.get("baseUrl").asString() + "/console");
        page.fill("#email", console.get("email").asString());
        page.fill("#password", console.get("password").asString());
        page.locator("main button.btn-primary").click();
        page.waitForURL("**/console");
        look(page, "demo-overview");
        page.locator("main form[action='/console/invite'] button").click();
        page.fill("#inviterName", "한지민");
        page.fill("#contactEmail", "help@hanbit-hotel.example");
        page.fill("#contactPhone", "02-123-4567");
        page.check("input[name=target][value=EXISTING]");
        page.selectOption("#groupId", page.locator("#groupId option").nth(1).getAttribute("value"));
        page.waitForResponse(
                answer -> answer.request().method().equals("POST"), () -> page.fill("#reason", "새 직원 서비스예요."));
        page.setInputFiles("#file", Path.of("src/test/resources/rosters/roster-12.xlsx"));
        page.locator("button[form=upload]").click();
        assertThat(page.locator("#rows tbody tr")).hasCount(12);
        page.locator("button[formaction$='/preview']").click();
        page.locator("#send button").click();
        assertThat(page.locator("#progress progress")).hasAttribute("value", "12");
    }

    /** One of the twelve mails as the mailbox shows it, by its page and by its API; the link in it. */
    private String linkOf(Page page, JsonNode demo, int place) throws IOException {
        JsonNode mailbox = demo.get("mailbox");
        String api = mailbox.get("api").asString();
        page.navigate(mailbox.get("page").asString());
        assertThat(page.locator("#mails tbody tr")).hasCount(12);
        look(page, "demo-mailbox");
        JsonNode mails = json.readTree(page.request().get(api + "?size=12").text());
        assertThat(mails.get("total").asInt()).isEqualTo(12);
        JsonNode mail = StreamSupport.stream(mails.get("messages").spliterator(), false)
                .sorted(Comparator.comparing(one -> one.get("to").asString()))
                .toList()
                .get(place);
        String raw = page.request()
                .get(api + "/" + mail.get("id").asString() + ".eml")
                .text();
        assertThat(raw).contains("Message-ID: <").contains("multipart/alternative");
        page.navigate(mailbox.get("page").asString() + "/" + mail.get("id").asString());
        assertThat(page.frameLocator("iframe.mail-frame").locator("body")).containsText("한빛 컨시어지");
        look(page, "demo-mail");
        return StreamSupport.stream(mail.get("links").spliterator(), false)
                .map(JsonNode::asString)
                .filter(link -> LINK.matcher(link).matches())
                .findFirst()
                .orElseThrow();
    }

    private static void accept(Page page, String link) {
        page.navigate(link);
        page.locator("form[action$='/continue'] button").click();
        page.fill("#password", Publisher.PASSWORD);
        page.locator("main button.btn-primary").click();
        page.locator("main button.btn-primary").dblclick();
        assertThat(page).hasURL(Pattern.compile(".*/done$"));
    }

    private static void decline(Page page, String link) {
        page.navigate(link);
        page.locator("main a[href$='/decline']").click();
        page.locator("main button.btn-danger").click();
        assertThat(page.locator("main button.btn-danger")).hasCount(0);
    }

    private static void look(Page page, String name) {
        axeFindsNothing(page);
        fitsItsWidth(page);
        shot(page, name);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
