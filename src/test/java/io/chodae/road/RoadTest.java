package io.chodae.road;

import com.microsoft.playwright.Page;
import io.chodae.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What an operator does in every walk: sign in, begin an invitation, fill in who invites and into which group. */
@Import(Publisher.class)
abstract class RoadTest extends BrowserTest {

    @Autowired
    Publisher publishers;

    static void signIn(Page page, String email) {
        signIn(page, email, Publisher.PASSWORD);
    }

    /** In the language of the browser, whatever the account's is. */
    static void beginInvitation(Page page) {
        page.navigate("/console/invite?lang=" + page.evaluate("navigator.language.slice(0, 2)"));
        page.locator("main form[action='/console/invite'] button").click();
    }

    static void fillTexts(Page page) {
        page.fill("#inviterName", "한지민");
        page.fill("#contactEmail", "help@road.example");
        page.fill("#contactPhone", "02-123-4567");
        page.fill("#reason", "새 직원 서비스예요.");
        page.check("input[name=target][value=EXISTING]");
        page.selectOption("#groupId", page.locator("#groupId option").nth(1).getAttribute("value"));
    }

    static void look(Page page, String name) {
        lookAtBothWidths(page, name);
    }
}
