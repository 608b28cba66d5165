package io.chodae.road;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.chodae.road.Publisher.Ready;
import io.chodae.shared.Language;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A messy list: one row is corrected, the others are left out, the rest goes out. */
class RowsBrowserTest extends RoadTest {

    private static final Path MESSY = Path.of("src/test/resources/rosters/roster-mixed.xlsx");

    @ParameterizedTest
    @EnumSource
    void oneRowIsCorrectedTheOthersAreLeftOutAndTheRestIsSent(Language language) {
        Page page = page(language, DESK);
        uploaded(page);
        look(page, "invite-read-faulty");
        page.locator("#read a[href*='filter=FAULTY'].btn").click();
        int faulty = page.locator(".fix").count();
        assertThat(faulty).isGreaterThan(5);
        look(page, "rows-faulty");

        Locator wrong = card(page, "9");
        assertThat(wrong.locator("input[name=email]")).hasAttribute("aria-invalid", "true");
        wrong.locator("input[name=email]").fill("still wrong");
        page.waitForResponse(
                answer -> answer.request().method().equals("POST"),
                () -> wrong.locator("button.btn-primary").click());
        assertThat(page.locator(".htmx-request, .htmx-swapping, .htmx-settling"))
                .hasCount(0);
        assertThat(wrong.locator("h2")).isFocused();
        assertThat(wrong.locator("input[name=email]")).hasValue("still wrong");
        wrong.locator("input[name=email]").fill("corrected@road.example");
        wrong.locator("button.btn-primary").click();
        assertThat(wrong.locator(".badge-s.good")).isVisible();
        assertThat(page.locator("#todo")).containsText(String.valueOf(faulty - 1));
        Locator other = card(page, "8");
        other.locator("button[formaction$='/leave-out']").click();
        assertThat(other.locator("form[action$='/put-back']")).isVisible();
        look(page, "rows-corrected");
        other.locator("form[action$='/put-back'] button").click();
        assertThat(other.locator("input[name=name]")).isVisible();

        page.locator("form[action$='/leave-out-faulty'] button").click();
        assertThat(page.locator("tbody tr")).hasCount(faulty - 1);
        look(page, "rows-left-out");
        page.fill("#q", "corrected@road");
        page.locator("form[role=search] button").click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        look(page, "rows-found");

        page.locator(".head a.btn-primary").click();
        page.locator("button[formaction$='/preview']").click();
        assertThat(page.locator("#send button")).isEnabled();
        page.locator("#send button").click();
        assertThat(page).hasURL(Pattern.compile(".*/console/campaigns/[0-9]+$"));
    }

    @Test
    void rowsAreCorrectedAndLeftOutWithoutScripts() {
        Page page = pageWithoutScripts(Language.KO, PHONE);
        uploaded(page);
        page.locator("#read a[href*='filter=FAULTY'].btn").click();
        int faulty = page.locator(".fix").count();
        Locator wrong = card(page, "9");
        wrong.locator("input[name=email]").fill("corrected@road.example");
        wrong.locator("button.btn-primary").click();
        assertThat(page.locator(".fix")).hasCount(faulty - 1);
        card(page, "8").locator("button[formaction$='/leave-out']").click();
        assertThat(page.locator(".fix")).hasCount(faulty - 2);
        assertThat(page.locator(".note.success").first()).isVisible();
    }

    @Test
    void theSameAgainIsAskedAbout() {
        Page page = page(Language.KO, DESK);
        Ready hotel = uploaded(page);
        send(page);
        page.waitForURL("**/console/campaigns/*");
        for (Language language : Language.values()) {
            Page second = page(language, DESK);
            begin(second, hotel);
            send(second);
            second.locator("a[href*='filter=INVITED'].btn").click();
            second.locator("button[name=again][value=true]").first().click();
            look(second, "rows-invited");
            second.locator(".head a.btn-primary").click();
            send(second);
            assertThat(second).hasURL(Pattern.compile(".*/again\\?version=[0-9]+$"));
            look(second, "invite-again");
        }
    }

    private Ready uploaded(Page page) {
        Ready hotel = publishers.ready();
        begin(page, hotel);
        return hotel;
    }

    /** The form filled in and the messy list in it; without scripts it is saved by the preview. */
    private static void begin(Page page, Ready hotel) {
        signIn(page, hotel.operatorEmail());
        beginInvitation(page);
        fillTexts(page);
        page.locator("button[formaction$='/preview']").click();
        page.setInputFiles("#file", MESSY);
        page.locator("button[form=upload]").click();
        assertThat(page.locator("#rows tbody tr").first()).isVisible();
    }

    private static void send(Page page) {
        page.locator("button[formaction$='/preview']").click();
        if (page.locator("#send button").isEnabled()) {
            page.locator("#send button").click();
        }
    }

    /** Of the row that the spreadsheet program shows under this number. */
    private static Locator card(Page page, String number) {
        return page.locator(".fix")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("h2 span")
                                .filter(new Locator.FilterOptions()
                                        .setHasText(Pattern.compile("^(Row " + number + "|" + number + "행)$")))));
    }
}
