package io.chodae.proof;

import io.chodae.testing.HttpBrowser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;

/** Somebody who works with the console, by nothing but HTTP. */
final class Operator {

    private static final String EMAIL = "operator@hanbit-hotel.example";
    private static final String PASSWORD = "bright-river-41-lantern";
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern PLAY = Pattern.compile("name=\"playIds\"[^>]*value=\"(\\d+)\"");
    private static final Pattern SEND = Pattern.compile("<div id=\"send\".*?</div>", Pattern.DOTALL);
    private static final Pattern DRAFT = Pattern.compile("/console/invite/(\\d+)");
    private static final Pattern CAMPAIGN = Pattern.compile("/console/campaigns/(\\d+)");

    private final HttpBrowser browser;

    Operator(ServerProcess server) {
        browser = new HttpBrowser(server.port()).header("Accept-Language", "ko");
    }

    /** Uses the one-time link of the log up, and describes the Biz Service. */
    void setUp(String path, Path directory) throws IOException {
        expect(
                browser.post(path, "publisher", "한빛호텔", "name", "한지민", "email", EMAIL, "password", PASSWORD),
                "/console");
        browser.get("/console/service");
        Path icon = directory.resolve("icon.png");
        ImageIO.write(new BufferedImage(108, 108, BufferedImage.TYPE_INT_RGB), "png", icon.toFile());
        expect(
                browser.upload("/console/service", "icon", icon, "name", "한빛 컨시어지", "description", "직원 서비스예요."),
                "/console/service");
        expect(
                browser.post(
                        "/console/plays",
                        "name",
                        "객실 요청",
                        "description",
                        "요청을 모아서 보여 줘요.",
                        "link",
                        "https://play.hanbit-hotel.example/"),
                "/console/plays");
    }

    Operator signIn() {
        expect(browser.signIn(EMAIL, PASSWORD), "");
        return this;
    }

    long newDraft() {
        return number(DRAFT, expect(browser.post("/console/invite"), "/console/invite/"));
    }

    /** Returns when the server has taken the file; the list may be checked later. */
    void upload(long draft, Path roster) {
        expect(browser.upload(form(draft) + "/file", "file", roster), form(draft));
    }

    /** Fills the form in and looks at the mail, again where the form changed meanwhile. */
    void preview(long draft) {
        Awaitility.await("the preview").atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            browser.post(
                    form(draft) + "/preview",
                    "version",
                    version(draft),
                    "inviterName",
                    "한지민",
                    "contactEmail",
                    "help@hanbit-hotel.example",
                    "contactPhone",
                    "02-123-4567",
                    "reason",
                    "객실 요청을 앱으로 받아 보려고 초대해요.\n궁금한 것은 언제든 물어보세요.",
                    "target",
                    "UNCLASSIFIED",
                    "playIds",
                    find(PLAY, browser.get(form(draft)).body()),
                    "language",
                    "ko");
            Matcher send = SEND.matcher(browser.get(form(draft)).body());
            Assertions.assertThat(send.find() ? send.group() : "").isNotEmpty().doesNotContain("disabled");
        });
    }

    /** @return the campaign */
    long send(long draft) {
        HttpResponse<String> answer = browser.post(form(draft) + "/send", "version", version(draft));
        String location = answer.headers().firstValue("Location").orElse("");
        if (!CAMPAIGN.matcher(location).find()) {
            answer = browser.post(form(draft) + "/send", "version", version(draft), "confirmed", "true");
        }
        return number(CAMPAIGN, expect(answer, "/console/campaigns/"));
    }

    /** What a browser that shows the campaign does every second. */
    void watch(long campaign) {
        browser.get("/console/campaigns/" + campaign);
    }

    private String version(long draft) {
        return find(VERSION, browser.get(form(draft)).body());
    }

    private static String form(long draft) {
        return "/console/invite/" + draft;
    }

    private static String expect(HttpResponse<String> answer, String location) {
        String found = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() / 100 != 3 || !found.contains(location)) {
            throw new IllegalStateException("%d %s %s%n%s"
                    .formatted(answer.statusCode(), answer.request().uri().getPath(), found, answer.body()));
        }
        return found;
    }

    private static long number(Pattern pattern, String text) {
        return Long.parseLong(find(pattern, text));
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(pattern + " is not in\n" + text);
        }
        return matcher.group(1);
    }
}
