package io.chodae.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.chodae.audit.Actor;
import io.chodae.dns.AddressLookup;
import io.chodae.domain.CheckDomain;
import io.chodae.domain.ClaimDomain;
import io.chodae.domain.ClaimResult;
import io.chodae.domain.Domain;
import io.chodae.domain.Domains;
import io.chodae.domain.WebServer;
import io.chodae.road.Publisher;
import io.chodae.shared.Language;
import io.chodae.testing.BrowserTest;
import io.chodae.testing.TestClock;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A domain from its first line to its end, by the pages; its proof is a file on a web server that is there. */
@Import({Publisher.class, DomainsBrowserTest.EveryHostIsHere.class})
@TestPropertySource(
        properties = {"chodae.mail.delivery=false", "chodae.domains.private-hosts=true", "chodae.domains.https-port=1"})
class DomainsBrowserTest extends BrowserTest {

    private static final WebServer WEB = new WebServer();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String FILE = "/.well-known/chodae-verification.html";

    @Autowired
    private Publisher publishers;

    @Autowired
    private ClaimDomain claim;

    @Autowired
    private CheckDomain check;

    @Autowired
    private Domains domains;

    @Autowired
    private TestClock clock;

    @TestConfiguration(proxyBeanMethods = false)
    static class EveryHostIsHere {

        @Bean
        @Primary
        AddressLookup here() {
            return host -> List.of(InetAddress.getLoopbackAddress());
        }
    }

    @DynamicPropertySource
    static void web(DynamicPropertyRegistry settings) {
        settings.add("chodae.domains.http-port", WEB::port);
    }

    @AfterAll
    static void stop() {
        WEB.close();
    }

    @ParameterizedTest
    @EnumSource
    void aDomainIsAddedProvenLockedDisputedAndRemoved(Language language) {
        WEB.clear();
        Publisher.Ready hotel = publishers.ready();
        String domain = "browser" + NUMBER.incrementAndGet() + ".example";
        Page page = signedIn(language, hotel);
        page.navigate("/console/domains?lang=" + language.tag());
        look(page, "domains-none");
        page.fill("#name", "co.kr");
        page.locator("main form button").first().click();
        assertThat(page.locator("#name")).hasValue("co.kr");
        assertThat(page.locator("#name-note")).isVisible();
        look(page, "domains-refused");
        page.fill("#name", "https://" + domain + "/about");
        page.locator("main form button").first().click();
        assertThat(page.locator("h1")).hasText(domain);
        assertThat(page.locator("#record-name")).hasText("_chodae-challenge." + domain);
        look(page, "domain-unproven");

        press(page, "/check");
        assertThat(page.locator(".note[role=status]")).isVisible();
        assertThat(page.locator("main")).containsText("HTTP 404");
        look(page, "domain-not-found");
        Domain own = domains.find(hotel.customer(), domain).orElseThrow();
        WEB.page(FILE, own.proof().value());
        press(page, "/check");
        assertThat(page.locator("main .badge-s.good").first()).isVisible();
        look(page, "domain-verified");

        page.check("input[name=locked]");
        page.locator("form[action$='/lock'] button").click();
        assertThat(page.locator("input[name=locked]")).isChecked();
        assertThat(page.locator("#contact-note")).not().isEmpty();
        page.fill("#contact", "전산팀 it@" + domain);
        page.locator("form[action$='/lock'] button").click();
        assertThat(page.locator("#contact")).hasValue("전산팀 it@" + domain);
        look(page, "domain-locked");

        Publisher.Ready other = publishers.ready();
        disputedBy(other, domain);
        page.navigate("/console/domains/" + domain + "/dispute");
        look(page, "domain-dispute-holder");
        Page theirs = signedIn(language, other);
        theirs.navigate("/console/domains/" + domain + "/dispute?lang=" + language.tag());
        look(theirs, "domain-dispute-newer");
        page.navigate("/console/domains");
        look(page, "domains-list");
        page.navigate("/console/domains/" + domain + "/remove");
        look(page, "domain-remove");
        page.locator("main form button").click();
        page.waitForURL(url -> url.endsWith("/console/domains"));
        theirs.navigate("/console/domains/" + domain);
        assertThat(theirs.locator("main .badge-s.good").first()).isVisible();
    }

    private void disputedBy(Publisher.Ready other, String domain) {
        Domain claimed = ((ClaimResult.Claimed) claim.claim(other.customer(), domain, false, Actor.system())).domain();
        WEB.page(FILE, claimed.proof().value());
        clock.advance(Duration.ofMinutes(1));
        check.check(other.customer(), domain, Actor.system());
    }

    private Page signedIn(Language language, Publisher.Ready hotel) {
        Page page = page(language, DESK);
        page.navigate("/sign-in");
        page.fill("#email", hotel.operatorEmail());
        page.fill("#password", Publisher.PASSWORD);
        page.locator("main button.btn-primary").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    private void press(Page page, String action) {
        clock.advance(Duration.ofMinutes(1));
        page.locator("form[action$='" + action + "'] button").click();
        page.waitForLoadState();
    }

    private static void look(Page page, String name) {
        shot(page, name);
        axeFindsNothing(page);
        fitsItsWidth(page);
        page.setViewportSize(PHONE, 900);
        shot(page, name);
        fitsItsWidth(page);
        page.setViewportSize(DESK, 900);
    }
}
