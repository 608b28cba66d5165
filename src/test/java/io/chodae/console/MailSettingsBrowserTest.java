package io.chodae.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.chodae.road.Publisher;
import io.chodae.shared.Language;
import io.chodae.testing.BrowserTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@Import(Publisher.class)
@TestPropertySource(properties = "chodae.mail.delivery=false")
class MailSettingsBrowserTest extends BrowserTest {

    @Autowired
    private Publisher publishers;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource
    void theRecordIsMadeShownAndAskedFor(Language language) {
        Publisher.Ready hotel = publishers.ready();
        Page page = page(language, DESK);
        signIn(page, hotel.operatorEmail(), Publisher.PASSWORD);

        page.navigate("/console/settings/mail?lang=" + language.tag());
        look(page, "mail-settings-none");
        page.fill("#address", "nothing");
        page.locator("main form button").first().click();
        assertThat(page.locator("#address")).hasValue("nothing");
        look(page, "mail-settings-fault");
        page.fill("#address", "invitation@hanbit.example");
        page.locator("main form button").first().click();
        assertThat(page.locator("code.record")).hasCount(2);
        look(page, "mail-settings-waiting");
        page.locator("form[action$='/check'] button").click();
        assertThat(page.locator(".note[role=status]")).isVisible();

        jdbc.sql("""
                        update sending_key set state = 'SIGNING', finding = 'FOUND', checked_at = made_at, signs_since = made_at
                        where customer_id = :customer""").param("customer", hotel.customer().value()).update();
        page.locator("form[action$='/key'] button").click();
        assertThat(page.locator("code.record")).hasCount(4);
        look(page, "mail-settings-renewed");
    }

    private static void look(Page page, String name) {
        shot(page, name);
        axeFindsNothing(page);
        fitsItsWidth(page);
        page.setViewportSize(NARROW, 900);
        shot(page, name);
        fitsItsWidth(page);
        page.setViewportSize(DESK, 900);
    }
}
