package io.chodae.road;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.chodae.shared.Language;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that are pasted, and a list that is read again. */
class ListBrowserTest extends RoadTest {

    private static final Path MESSY = Path.of("src/test/resources/rosters/roster-mixed.xlsx");
    private static final String COPIED = """
            지점\t이름\t메일\t연락처
            별관\t맹동주\tdongju@road.example\t010-1234-5678
            별관\t한지민\tjimin\t
            본점\t"김
            하나"\thana@road.example\t
            본점\t이두리\tduri@road.example\t
            """;

    @ParameterizedTest
    @EnumSource
    void rowsThatArePastedBecomeTypedRowsAndNothingIsOverwritten(Language language) {
        Page page = form(page(language, DESK));
        page.locator("[name='typed.name']").nth(1).fill("정다섯");
        page.locator("[name='typed.email']").nth(1).fill("dasot@road.example");
        paste(page, 0, COPIED);
        assertThat(page.locator(".typed")).hasCount(5);
        assertThat(page.locator("[data-paste-said]")).containsText("4");
        assertThat(page.locator("[name='typed.name']").nth(0)).hasValue("맹동주");
        assertThat(page.locator("[name='typed.name']").nth(1)).hasValue("정다섯");
        assertThat(page.locator("[name='typed.name']").nth(3)).hasValue("김 하나");
        assertThat(page.locator("[name='typed.email']").nth(4)).hasValue("duri@road.example");
        // saved by itself, and what is wrong stands below its row
        assertThat(page.locator(".typed .error").nth(2)).not().hasText("");
        assertThat(page.locator("#rows tbody tr")).hasCount(5);
        page.locator("[data-paste] summary").click();
        look(page, "paste");
        page.reload();
        assertThat(page.locator("[name='typed.name']").nth(4)).hasValue("이두리");
    }

    @Test
    void oneCellIsPastedAsText() {
        Page page = form(page(Language.EN, DESK));
        assertThat(paste(page, 0, "맹동주\n")).isEqualTo(true);
        assertThat(paste(page, 0, "\"두 줄인\n칸\"\n")).isEqualTo(true);
        assertThat(paste(page, 0, "맹동주\tdongju@road.example")).isEqualTo(false);
        assertThat(page.locator("[name='typed.email']").nth(0)).hasValue("dongju@road.example");
    }

    @Test
    void withoutScriptsRowsArePastedIntoTheirField() {
        Page page = form(pageWithoutScripts(Language.KO, PHONE));
        page.locator("[data-paste] summary").click();
        page.fill("#pasted", COPIED);
        page.locator("button[name=paste]").click();
        assertThat(page).hasURL(Pattern.compile(".*/console/invite/[0-9]+#people$"));
        assertThat(page.locator("[name='typed.name']").nth(3)).hasValue("이두리");
        assertThat(page.locator("#pasted")).hasValue("");
    }

    @ParameterizedTest
    @EnumSource
    void anotherSheetIsReadOnlyAfterAYesWhereRowsWereLeftOut(Language language) {
        Page page = form(page(language, DESK));
        page.setInputFiles("#file", MESSY);
        page.locator("#upload-button").click();
        leaveOneOut(page);
        ask(page);
        look(page, "list-question");
        page.locator("button[form=file-discard]").click();
        assertThat(question(page)).hasCount(0);
        assertThat(page.locator("#sheet")).hasValue("명단");
        ask(page);
        page.locator("button[form=file-replace]").click();
        // the other sheet holds no list, and so the old one is still there
        assertThat(page.locator("#file-state .note.danger")).isVisible();
    }

    @Test
    void withoutScriptsTheSameIsAsked() {
        Page page = form(pageWithoutScripts(Language.KO, PHONE));
        page.setInputFiles("#file", MESSY);
        page.locator("#upload-button").click();
        leaveOneOut(page);
        ask(page);
        page.reload();
        assertThat(question(page)).isVisible();
        page.locator("button[form=file-discard]").click();
        assertThat(question(page)).hasCount(0);
        ask(page);
        page.locator("button[form=file-replace]").click();
        assertThat(page.locator("#file-state .note.danger")).isVisible();
    }

    private static void leaveOneOut(Page page) {
        page.locator("#read a[href*='filter=FAULTY'].btn").click();
        page.locator(".fix button[formaction$='/leave-out']").first().click();
        page.locator(".head a.btn-primary").click();
    }

    private static void ask(Page page) {
        page.selectOption("#sheet", "참고");
        page.locator("button[form=file-sheet]").click();
        assertThat(question(page)).isVisible();
        assertThat(page.locator("#send button")).isDisabled();
    }

    private static Locator question(Page page) {
        return page.locator("#list-question .note.warning");
    }

    /** Whether the browser is left to paste it as text. */
    private static Object paste(Page page, int row, String text) {
        return page.locator("[name='typed.name']").nth(row).evaluate("""
                (field, text) => {
                  const data = new DataTransfer();
                  data.setData("text/plain", text);
                  field.focus();
                  return field.dispatchEvent(
                    new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
                }""", text);
    }

    private Page form(Page page) {
        signIn(page, publishers.ready().operatorEmail());
        beginInvitation(page);
        return page;
    }
}
