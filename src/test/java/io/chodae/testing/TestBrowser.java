package io.chodae.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, started once for the test JVM; its objects belong to the thread that runs the tests. */
final class TestBrowser {

    static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /** Alone, quiet, and able to run as root. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private TestBrowser() {}

    static Browser get() {
        return Started.BROWSER;
    }

    private static final class Started {

        static final Browser BROWSER = start();

        private static Browser start() {
            if (!Files.isExecutable(CHROMIUM)) {
                throw new IllegalStateException(BrowserCondition.TO_INSTALL);
            }
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(CHROMIUM)
                            .setArgs(ARGUMENTS));
        }
    }
}
