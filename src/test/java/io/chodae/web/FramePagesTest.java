package io.chodae.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.chodae.shared.Language;
import io.chodae.testing.BrowserTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FramePagesTest extends BrowserTest {

    @ParameterizedTest
    @CsvSource({"KO,1280", "KO,390", "EN,1280", "EN,390"})
    void theStartPageReadsWellInBothLanguages(Language language, int width) {
        Page page = page(language, width);
        page.navigate("/");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language.tag());
        fitsItsWidth(page);
        axeFindsNothing(page);
        shot(page, "home");
    }

    @ParameterizedTest
    @CsvSource({"KO,1280", "KO,390", "EN,1280", "EN,390"})
    void anUnknownAddressGetsAPageThatSaysWhatToDo(Language language, int width) {
        Page page = page(language, width);
        Response response = page.navigate("/assets/nothing");
        assertThat(response.status()).isEqualTo(404);
        assertThat(page.locator("h1").textContent())
                .isEqualTo(language == Language.KO ? "여기에는 아무것도 없어요" : "There is nothing here");
        fitsItsWidth(page);
        axeFindsNothing(page);
        shot(page, "error-404");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void pagesHoldTogetherAtTheNarrowestWidthAndInTheDark(Language language) {
        Page narrow = page(language, NARROW);
        narrow.navigate("/");
        fitsItsWidth(narrow);
        Page dark = darkPage(language, DESK);
        dark.navigate("/");
        axeFindsNothing(dark);
        shot(dark, "home-dark");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aChosenLanguageStaysWithoutScripts(Language language) {
        Language other = language == Language.KO ? Language.EN : Language.KO;
        Page page = pageWithoutScripts(language, DESK);
        page.navigate("/");
        page.locator("footer a[hreflang=" + other.tag() + "]").click();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(other.tag());
        page.navigate("/");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(other.tag());
    }

    @Test
    void choosingALanguageKeepsTheRestOfTheAddress() {
        Page page = page(Language.EN, DESK);
        page.navigate("/?continue=%2Fi%2Fa%2Bb&lang=en&x=1");
        page.locator("footer a[hreflang=ko]").click();
        assertThat(page.url()).endsWith("/?continue=%2Fi%2Fa%2Bb&x=1&lang=ko");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("ko");
    }

    @Test
    void buttonsAreAsTallAsTheirTokenSays() {
        Page page = page(Language.EN, DESK);
        page.navigate("/");
        assertThat(page.locator(".btn-primary").boundingBox().height).isBetween(44.0, 46.0);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void ourOwnFontIsUsed(Language language) {
        Page page = page(language, DESK);
        page.navigate("/");
        Object loaded = page.evaluate("async () => { await document.fonts.ready;"
                + " return [...document.fonts].some(f => f.family.includes('Chodae Sans') && f.status === 'loaded') }");
        assertThat(loaded).isEqualTo(true);
    }
}
