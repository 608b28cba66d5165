package io.chodae.road;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.chodae.identity.Operators;
import io.chodae.identity.Role;
import io.chodae.road.Publisher.Ready;
import io.chodae.shared.Language;
import io.chodae.testing.BrowserTest;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The invite form with scripts: two operators on one draft, every look of the preview, and a set time. */
@Import(Publisher.class)
class InviteFormBrowserTest extends BrowserTest {

    @Autowired
    private Publisher publishers;

    @Autowired
    private Operators operators;

    @ParameterizedTest
    @EnumSource
    void twoOperatorsShareADraftLookAtItAndSetATime(Language language) {
        Ready hotel = publishers.ready();
        String colleague = "together-" + language.tag() + "@road.example";
        operators.grant(hotel.customer(), publishers.account(colleague, "동료"), Role.OPERATOR);
        Page mine = signedIn(hotel.operatorEmail(), language);
        mine.navigate("/console/invite");
        mine.locator("main form[action='/console/invite'] button").click();
        Page theirs = signedIn(colleague, language);
        theirs.navigate(mine.url());

        typed(mine, "#inviterName", "한지민");
        typed(mine, "#contactEmail", "help@road.example");
        typed(theirs, "#contactPhone", "02-123-4567");
        assertThat(theirs.locator("#inviterName")).hasValue("한지민");
        typed(mine, "#inviterName", "한지민 과장");
        assertThat(mine.locator("#contactPhone")).hasValue("02-123-4567");

        typed(theirs, "#reason", "객실팀을 초대해요.");
        mine.locator("#reason").fill("새 서비스를 함께 써요. ");
        assertThat(mine.locator("#conflict fieldset")).hasCount(1);
        assertThat(mine.locator("#conflict")).containsText("객실팀을 초대해요.");
        lookAtBothWidths(mine, "form-conflict");
        mine.locator("#conflict input[value=MINE]").check();
        mine.locator("#conflict button").click();
        assertThat(mine.locator("#conflict fieldset")).hasCount(0);
        assertThat(mine.locator("#reason")).hasValue("새 서비스를 함께 써요.");
        assertThat(mine.locator("#presence")).containsText(colleague);
        theirs.context().close();

        mine.locator("#reason").focus();
        mine.locator("[data-insert='{{name}}']").click();
        assertThat(mine.locator("#reason")).hasValue(Pattern.compile(".*\\{\\{name}}.*", Pattern.DOTALL));
        typed(mine, "#reason", "{{nmae}} 님, 함께 써요.");
        assertThat(mine.locator("#reason-note")).containsText("{{nmae}}");
        typed(mine, "#reason", "{{name}} 님, {{expires}}까지 수락해 주세요.");
        assertThat(mine.locator("#reason-note")).isEmpty();
        mine.locator("input[name=playIds]").first().check();
        for (int row = 0; row < 3; row++) {
            mine.locator("input[name='typed.name']").nth(row).fill("김하나 " + row);
            mine.locator("input[name='typed.email']").nth(row).fill("hana" + row + "@road.example");
        }
        mine.locator("button[formaction$='/preview']").click();
        lookAtBothWidths(mine, "form-preview");

        mine.fill("#find", "hana1@");
        mine.locator("#preview form button").click();
        assertThat(mine.locator("#preview")).containsText("hana1@road.example");
        assertThat(mine.frameLocator("iframe.mail-frame").locator("body")).containsText("김하나 1 님, ");
        mine.locator("#preview a[hx-get*='scheme=dark']").first().click();
        assertThat(mine.locator("iframe.mail-frame.dark")).isVisible();
        mine.locator("#preview a[hx-get*='view=phone']").first().click();
        assertThat(mine.locator("iframe.mail-frame.phone.dark")).isVisible();
        lookAtBothWidths(mine, "form-preview-phone-dark");
        mine.locator("button[formaction*='/test-mail']").click();
        assertThat(mine.locator("#preview .note.success")).containsText(hotel.operatorEmail());

        mine.locator("#schedule summary").click();
        mine.fill("#at", "2026-01-01T09:00");
        mine.locator("button[formaction$='/schedule']").click();
        assertThat(mine.locator("#at-note")).hasClass("error");
        lookAtBothWidths(mine, "form-schedule-past");
        mine.fill("#at", "2026-12-24T09:00");
        mine.locator("button[formaction$='/schedule']").click();
        assertThat(mine).hasURL(Pattern.compile(".*/scheduled$"));
        lookAtBothWidths(mine, "form-scheduled");
        mine.navigate("/console/invite");
        lookAtBothWidths(mine, "form-list-scheduled");
        mine.locator("main a[href$='/scheduled']").click();
        mine.locator("form[action$='/unschedule'] button").click();
        mine.locator("button[formaction$='/send']").click();
        mine.waitForURL(Pattern.compile(".*/console/campaigns/\\d+$"));
        mine.locator("a[href$='/copy']").click();
        lookAtBothWidths(mine, "form-copy");
        mine.locator("input[name=people]").check();
        mine.locator("main form button").click();
        mine.navigate("/console/invite");
        lookAtBothWidths(mine, "form-list");
        mine.locator("main a[href$='/delete']").first().click();
        lookAtBothWidths(mine, "form-delete");
    }

    /** Types, and waits until it is saved. */
    private static void typed(Page page, String field, String text) {
        page.waitForResponse(
                answer -> answer.request().method().equals("POST")
                        && !answer.url().endsWith("/presence"),
                () -> page.locator(field).fill(text));
    }

    private Page signedIn(String email, Language language) {
        Page page = page(language, DESK);
        page.navigate("/sign-in?lang=" + language.tag());
        page.fill("#email", email);
        page.fill("#password", Publisher.PASSWORD);
        page.locator("main button.btn-primary").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }
}
