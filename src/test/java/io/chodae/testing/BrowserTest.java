package io.chodae.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.chodae.shared.Language;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A whole server and a real browser. Each page has a browser context of its own, so no cookies of others, and is closed
 * after its test. A script error or a breach of the content policy on any page fails the test.
 */
@ChodaeTest
@NeedsBrowser
public abstract class BrowserTest {

    /** The widths that every page is looked at. */
    public static final int DESK = 1280;

    public static final int PHONE = 390;

    /** The narrowest that pages must work at. */
    public static final int NARROW = 360;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @LocalServerPort
    private int port;

    /** A fresh visitor whose browser asks for this language. Addresses may be given as paths. */
    protected Page page(Language language, int width) {
        return open(options(language, width));
    }

    /** As {@link #page}, with scripts switched off. */
    protected Page pageWithoutScripts(Language language, int width) {
        return open(options(language, width).setJavaScriptEnabled(false));
    }

    /** As {@link #page}, for a person who likes it dark. */
    protected Page darkPage(Language language, int width) {
        return open(options(language, width).setColorScheme(ColorScheme.DARK));
    }

    /** A mailed link, which names the public address, turned to the server under test. */
    protected String here(String link) {
        URI uri = URI.create(link);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    /**
     * No finding of axe, whatever its weight; each is named with the elements that it is about. Frames are judged by
     * their titles and not entered: the frame of a mail is sandboxed without scripts, and axe would wait in it for ever.
     */
    protected static void axeFindsNothing(Page page) {
        List<String> findings = new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
        assertThat(findings).as("what axe finds on " + page.url()).isEmpty();
    }

    /** Nothing sticks out sideways. */
    protected static void fitsItsWidth(Page page) {
        Object beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(beyond).as("pixels beyond the right edge of " + page.url()).isEqualTo(0);
    }

    /** Writes {@code target/screenshots/<name>-<ko|en>-<width>.png}, the whole length of the page. */
    protected static void shot(Page page, String name) {
        String language = String.valueOf(page.locator("html").getAttribute("lang"));
        String file = "%s-%s-%d.png".formatted(name, language, page.viewportSize().width);
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screenshots", file)));
    }

    /** As whoever has this account; the page is then in its language. */
    protected static void signIn(Page page, String email, String password) {
        page.navigate("/sign-in");
        page.fill("#email", email);
        page.fill("#password", password);
        page.locator("main button.btn-primary").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /** What every page must pass, at both widths, with a picture of each; the page is wide again afterwards. */
    protected static void lookAtBothWidths(Page page, String name) {
        axeFindsNothing(page);
        fitsItsWidth(page);
        shot(page, name);
        page.setViewportSize(PHONE, 900);
        fitsItsWidth(page);
        shot(page, name);
        page.setViewportSize(DESK, 900);
    }

    @AfterEach
    void closePages() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        assertThat(complaints).as("complaints of the browser").isEmpty();
    }

    private Page open(Browser.NewContextOptions options) {
        BrowserContext context = TestBrowser.get().newContext(options);
        contexts.add(context);
        context.onWebError(error -> complaints.add(error.error()));
        context.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        return context.newPage();
    }

    private Browser.NewContextOptions options(Language language, int width) {
        return new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setLocale(language == Language.KO ? "ko-KR" : "en-GB")
                .setTimezoneId("Asia/Seoul")
                .setViewportSize(width, 900);
    }
}
