package io.chodae.road;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.chodae.shared.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A list on its way into the invite form, with and without scripts. */
class UploadBrowserTest extends RoadTest {

    private static final Path ROSTERS = Path.of("src/test/resources/rosters");
    private static final String ODD = "성함란,주소란\n맹동주,dongju@road.example\n";

    @ParameterizedTest
    @EnumSource
    void columnsThatCannotBeFoundAreChosenAndTheTextBesideIsKept(Language language) {
        Page page = form(page(language, DESK));
        page.fill("#reason", "아직 저장되지 않은 말");
        page.setInputFiles("#file", file(ODD));
        page.locator("#upload-button").click();
        assertThat(page.locator("#file-state .note.danger")).isVisible();
        assertThat(page.locator("#reason")).hasValue("아직 저장되지 않은 말");
        look(page, "upload-columns");
        page.selectOption("#column-NAME", "0");
        page.selectOption("#column-EMAIL", "1");
        page.locator("button[form=file-columns]").click();
        assertThat(page.locator("#rows tbody tr")).hasCount(1);
        assertThat(page.locator("#file-state .note.danger")).hasCount(0);

        page.setInputFiles("#file", file(ODD + "한지민,jimin@road.example\n"));
        page.locator("#upload-button").click();
        assertThat(page.locator("#rows tbody tr")).hasCount(2);
        assertThat(page.locator("button[form=file-forget]")).isVisible();
        look(page, "upload-remembered");
    }

    @Test
    void aFileIsDroppedAndAnotherSheetChosen() {
        Page page = form(page(Language.EN, DESK));
        Locator area = page.locator("[data-drop]");
        area.evaluate("""
                (area, text) => {
                  const files = new DataTransfer();
                  files.items.add(new File([text], "dropped.csv", { type: "text/csv" }));
                  area.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
                }""", "name,email\nA Person,a@road.example\n");
        assertThat(page.locator("#rows tbody tr")).hasCount(1);

        page.setInputFiles("#file", ROSTERS.resolve("roster-mixed.xlsx"));
        page.locator("#upload-button").click();
        assertThat(page.locator("#sheet option")).hasCount(2);
        page.selectOption("#sheet", "참고");
        page.locator("button[form=file-sheet]").click();
        assertThat(page.locator("#file-state .note.danger")).isVisible();
        page.locator("button[form=file-discard]").click();
        assertThat(page.locator("#file-state .note.danger")).hasCount(0);
        assertThat(page.locator("#sheet")).hasValue("명단");
    }

    @Test
    void withoutScriptsTheSameIsDoneByPages() {
        Page page = form(pageWithoutScripts(Language.KO, DESK));
        page.setInputFiles("#file", file(ODD));
        page.locator("#upload-button").click();
        assertThat(page.locator("#file-state .note.danger")).isVisible();
        page.selectOption("#column-NAME", "0");
        page.selectOption("#column-EMAIL", "1");
        page.locator("button[form=file-columns]").click();
        assertThat(page.locator("#rows tbody tr")).hasCount(1);
    }

    @Test
    void aFileThatIsTooLargeIsRefusedInOneSentenceAndTheDraftStays() {
        Page page = form(page(Language.EN, DESK));
        page.fill("#reason", "Still here");
        page.locator("#file").evaluate("""
                input => {
                  const files = new DataTransfer();
                  files.items.add(new File([new Uint8Array(70 * 1024 * 1024)], "huge.csv"));
                  input.files = files.files;
                }""");
        page.locator("#upload-button").click();
        assertThat(page.locator("[data-upload-problem]")).containsText("64 MB");
        assertThat(page.locator("#reason")).hasValue("Still here");
    }

    private Page form(Page page) {
        signIn(page, publishers.ready().operatorEmail());
        beginInvitation(page);
        return page;
    }

    private static FilePayload file(String list) {
        return new FilePayload("list.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8));
    }
}
