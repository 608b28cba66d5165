package io.chodae.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.invitation.InvitationId;
import io.chodae.shared.Language;
import io.chodae.shared.Secrets;
import io.chodae.suppression.OptOuts;
import io.chodae.suppression.Suppressions;
import io.chodae.testing.BrowserTest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page by which a publisher's mails are stopped, read and pressed in a browser. */
@Import(Kits.class)
class StopMailsBrowserTest extends BrowserTest {

    @Autowired
    private Kits kits;

    @Autowired
    private Secrets secrets;

    @Autowired
    private Suppressions suppressions;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({"KO,1280", "KO,390", "EN,1280", "EN,360"})
    void oneClickIsEnough(Language language, int width) {
        stop(page(language, width), true);
    }

    @ParameterizedTest
    @CsvSource({"KO,390", "EN,1280"})
    void itWorksWithoutScripts(Language language, int width) {
        stop(pageWithoutScripts(language, width), false);
    }

    private void stop(Page page, boolean scripts) {
        Publisher publisher = kits.full();
        String address = Kits.address();
        InvitationId id = kits.invite(publisher, kits.offer(publisher), address);
        long mail = jdbc.sql("select mail_id from mail where customer_id = :customer and subject_id = :subject")
                .param("customer", publisher.customer().value())
                .param("subject", id.value())
                .query(Long.class)
                .single();
        page.navigate("/u/" + OptOuts.token(secrets, publisher.customer(), mail).reveal());
        look(page, "stop-mails", scripts);
        assertThat(suppressions.suppressedAmong(publisher.customer(), List.of(address)))
                .isEmpty();
        page.locator("#stop").click();
        page.waitForLoadState();
        assertThat(page.locator("#stop").count()).isZero();
        look(page, "mails-stopped", scripts);
        assertThat(suppressions.suppressedAmong(publisher.customer(), List.of(address)))
                .isNotEmpty();
        page.navigate("/u/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        look(page, "stop-unknown", scripts);
    }

    private static void look(Page page, String name, boolean scripts) {
        assertThat(page.locator("main").textContent()).doesNotContain("??");
        if (scripts) {
            axeFindsNothing(page);
            fitsItsWidth(page);
            shot(page, name);
        }
    }
}
