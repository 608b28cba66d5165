package io.chodae.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.chodae.bizkit.Kits;
import io.chodae.road.Publisher;
import io.chodae.shared.Language;
import io.chodae.testing.BrowserTest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@Import({Publisher.class, Kits.class, Crowd.class})
@TestPropertySource(properties = {"chodae.mail.delivery=false", "chodae.timers.enabled=false"})
class PeopleBrowserTest extends BrowserTest {

    @Autowired
    private Crowd crowd;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource
    void peopleAreFoundChosenAndActedOn(Language language) {
        Crowd.Full hotel = crowd.of("가온", "나래", "다솜", "Alexandra Featherstonehaugh", "Bora");
        Page page = signedIn(hotel, page(language, DESK));
        page.navigate("/console/people?lang=" + language.tag());
        assertThat(page.locator("table.list tbody tr")).hasCount(5);
        look(page, "people");

        page.locator("[data-pick-all]").check();
        assertThat(page.locator("input[name=user]:checked")).hasCount(5);
        page.locator("button[value=SUSPEND]").click();
        look(page, "people-ask-suspend");
        page.locator("main .btn-danger").click();
        assertThat(page.locator(".note.success")).isVisible();
        assertThat(page.locator(".badge-s.bad")).hasCount(5);
        look(page, "people-suspended");

        page.locator("table.list a").first().click();
        assertThat(page.locator(".timeline li")).not().hasCount(0);
        look(page, "person");
        page.locator("a[href*=END]").click();
        page.locator("main .btn-primary").click();
        assertThat(page.locator(".note.danger")).isFocused();
        look(page, "people-ask-end");
        page.fill("#endsOn", "2030-01-31");
        page.locator("main .btn-primary").click();
        assertThat(page.locator(".note.success")).isVisible();
        look(page, "person-ends");

        page.navigate("/console/people/act?act=MOVE&all=true");
        look(page, "people-ask-move");
        page.selectOption("#to", String.valueOf(hotel.group()));
        page.locator("main .btn-primary").click();
        assertThat(page.locator(".note.success")).isVisible();

        page.navigate("/console/people/lists");
        page.locator("#file")
                .setInputFiles(new FilePayload(
                        "people.csv",
                        "text/csv",
                        "person@nowhere.example\nsomebody@nowhere.example\n".getBytes(StandardCharsets.UTF_8)));
        look(page, "people-lists");
        page.locator("main .btn-primary").click();
        assertThat(page.locator("#missing b")).hasText("2");
        look(page, "people-list");
    }

    @ParameterizedTest
    @EnumSource
    void anActOnManyIsWatched(Language language) {
        Crowd.Full hotel = crowd.of("가온");
        Page page = signedIn(hotel, page(language, DESK));
        page.navigate("/console?lang=" + language.tag());
        page.navigate("/console/people/act?act=REMOVE&user=" + hotel.users().getFirst());
        look(page, "people-ask-remove");
        page.locator("main .btn-danger").click();
        page.waitForURL(Pattern.compile(".*/console/people/[0-9]+$"));
        look(page, "person-left");
        become(hotel, "state = 'RUNNING', total = 12000, seen = 3400, changed = 3390");
        page.navigate("/console/people/acts/" + act(hotel));
        assertThat(page.locator("#changed b")).hasText("3,390");
        look(page, "people-job");
        become(hotel, "state = 'DONE', seen = 12000, changed = 11980");
        // by itself, without a reload
        assertThat(page.locator("#changed b")).hasText("11,980");
        page.navigate("/console/people");
        look(page, "people-none");
    }

    @Test
    void withoutScriptsEachIsChosenByItself() {
        Crowd.Full hotel = crowd.of("가온", "나래");
        Page page = signedIn(hotel, pageWithoutScripts(Language.EN, PHONE));
        page.navigate("/console/people");
        assertThat(page.locator("[data-pick-all]")).isHidden();
        page.locator("input[name=user]").first().check();
        page.locator("button[value=REMOVE]").click();
        page.locator("main .btn-danger").click();
        page.waitForURL(Pattern.compile(".*/console/people/[0-9]+$"));
        page.navigate("/console/people");
        assertThat(page.locator("table.list tbody tr")).hasCount(1);
    }

    private long act(Crowd.Full hotel) {
        return jdbc.sql("select max(act_id) from people_act where customer_id = :customer")
                .param("customer", hotel.kit().customer().value())
                .query(Long.class)
                .single();
    }

    private void become(Crowd.Full hotel, String figures) {
        jdbc.sql("update people_act set " + figures + " where customer_id = :customer")
                .param("customer", hotel.kit().customer().value())
                .update();
    }

    private static Page signedIn(Crowd.Full hotel, Page page) {
        signIn(page, hotel.operatorEmail(), Publisher.PASSWORD);
        return page;
    }

    /** axe, no sideways scrolling, and a picture at both widths. */
    private static void look(Page page, String name) {
        axeFindsNothing(page);
        shot(page, name);
        page.setViewportSize(PHONE, 900);
        axeFindsNothing(page);
        fitsItsWidth(page);
        shot(page, name);
        page.setViewportSize(DESK, 900);
    }
}
