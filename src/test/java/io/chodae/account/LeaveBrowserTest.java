package io.chodae.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.chodae.identity.Operators;
import io.chodae.identity.Role;
import io.chodae.road.Publisher;
import io.chodae.shared.Language;
import io.chodae.testing.BrowserTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import(Publisher.class)
class LeaveBrowserTest extends BrowserTest {

    @Autowired
    private Publisher publishers;

    @Autowired
    private Operators operators;

    @ParameterizedTest
    @EnumSource
    void anOwnerLeavesOnceSomebodyElseOwnsThePublisher(Language language) {
        Publisher.Ready hotel = publishers.ready();
        Page page = page(language, DESK);
        page.navigate("/sign-in");
        page.fill("#email", hotel.operatorEmail());
        page.fill("#password", Publisher.PASSWORD);
        page.locator("main button.btn-primary").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        page.navigate("/me/profile?lang=" + language.tag());
        look(page, "profile-works");
        page.locator(".works a").click();
        look(page, "leave-last-owner");

        operators.grant(hotel.customer(), publishers.account("second-" + hotel.operatorEmail(), "윤소라"), Role.OWNER);
        page.reload();
        look(page, "leave");
        page.locator("#leave").click();
        assertThat(page.locator(".note.success")).isVisible();
        look(page, "profile-left");
    }

    private static void look(Page page, String name) {
        for (int width : new int[] {DESK, PHONE}) {
            page.setViewportSize(width, 900);
            fitsItsWidth(page);
            axeFindsNothing(page);
            shot(page, name);
        }
        page.setViewportSize(DESK, 900);
    }
}
