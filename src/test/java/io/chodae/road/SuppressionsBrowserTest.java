package io.chodae.road;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.chodae.road.Publisher.Ready;
import io.chodae.shared.Language;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom an operator does not write to, on the list's own page and among the people of an invitation. */
class SuppressionsBrowserTest extends RoadTest {

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource
    void aBounceIsLiftedAndAWishIsNot(Language language) {
        Page page = page(language, DESK);
        Ready hotel = publishers.ready();
        signIn(page, hotel.operatorEmail());
        String list = "/console/settings/suppressions?lang=" + language.tag();
        page.navigate(list);
        look(page, "suppressions-none");

        suppress(hotel, "bounced@road.example", "BOUNCED", "550 5.1.1 <bounced@road.example>: user unknown");
        suppress(hotel, "wish@road.example", "OPTED_OUT", "");
        page.navigate(list);
        assertThat(page.locator("tbody tr")).hasCount(2);
        look(page, "suppressions");
        page.fill("#q", "road.example");
        page.locator("form[role=search] button").click();
        assertThat(page.locator("form[action$='/lift']")).hasCount(1);
        page.locator("form[action$='/lift'] button").click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("#q")).hasValue("road.example");
        look(page, "suppressions-lifted");
    }

    @ParameterizedTest
    @EnumSource
    void oneOfAListIsTriedAgainByName(Language language) {
        Page page = page(language, DESK);
        Ready hotel = publishers.ready();
        suppress(hotel, "siwoo.song1@hanbit-hotel.example", "BOUNCED", "550 5.1.1 user unknown");
        suppress(hotel, "minseo.bak2@hanbit-hotel.example", "OPTED_OUT", "");
        signIn(page, hotel.operatorEmail());
        beginInvitation(page);
        fillTexts(page);
        page.locator("button[formaction$='/preview']").click();
        page.setInputFiles("#file", Path.of("src/test/resources/rosters/roster-12.csv"));
        page.locator("button[form=upload]").click();
        assertThat(page.locator("#rows tbody tr").first()).isVisible();
        look(page, "invite-read-suppressed");

        page.navigate(page.url().replaceFirst("[?#].*", "") + "/people?filter=SUPPRESSED");
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.locator("button[name=again]")).hasCount(1);
        look(page, "rows-suppressed");
        page.locator("button[name=again][value=true]").click();
        assertThat(page.locator("button[name=again][value=false]")).isVisible();
        assertThat(page.locator("tbody .badge-s.good")).hasCount(1);
        look(page, "rows-suppressed-again");
    }

    private void suppress(Ready hotel, String email, String reason, String detail) {
        jdbc.sql("""
                        insert into suppression (customer_id, email_key, email, reason, detail, at)
                        values (:customer, :email, :email, :reason, :detail, now())""")
                .param("customer", hotel.customer().value())
                .param("email", email)
                .param("reason", reason)
                .param("detail", detail)
                .update();
    }
}
