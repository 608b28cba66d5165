package io.chodae.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.chodae.audit.Actor;
import io.chodae.identity.InviteOperator;
import io.chodae.identity.InviteOperatorResult;
import io.chodae.identity.OperatorInvitation;
import io.chodae.identity.Operators;
import io.chodae.identity.Role;
import io.chodae.road.Publisher;
import io.chodae.shared.Language;
import io.chodae.shared.Secrets;
import io.chodae.testing.BrowserTest;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Colleagues and the audit log, as an owner sees them, and the way of a colleague who joins. */
@Import(Publisher.class)
@TestPropertySource(properties = "chodae.mail.delivery=false")
class SettingsBrowserTest extends BrowserTest {

    @Autowired
    private Publisher publishers;

    @Autowired
    private Operators operators;

    @Autowired
    private InviteOperator inviteOperator;

    @Autowired
    private Secrets secrets;

    @ParameterizedTest
    @EnumSource
    void anOwnerLooksAfterColleaguesAndReadsWhatWasDone(Language language) {
        Publisher.Ready hotel = publishers.ready();
        String sora = "sora-" + hotel.operatorEmail();
        operators.grant(hotel.customer(), publishers.account(sora, "윤소라"), Role.OPERATOR);
        Page page = page(language, DESK);
        signIn(page, hotel.operatorEmail(), Publisher.PASSWORD);
        page.navigate("/console/settings/operators?lang=" + language.tag());

        page.fill("#email", "nobody");
        page.locator("main button.btn-primary").click();
        assertThat(page.locator("#email")).hasAttribute("aria-invalid", "true");
        lookAtBothWidths(page, "operators-faults");
        page.fill("#email", "minho-" + hotel.operatorEmail());
        page.locator("input[name=role][value=VIEWER]").check();
        page.locator("main button.btn-primary").click();
        assertThat(page.locator(".note.success")).containsText("minho-" + hotel.operatorEmail());
        lookAtBothWidths(page, "operators");
        page.locator("tr", new Page.LocatorOptions().setHasText(sora))
                .locator("select")
                .selectOption("VIEWER");
        page.locator("tr", new Page.LocatorOptions().setHasText(sora))
                .locator("button")
                .click();
        assertThat(page.locator(".note.success")).containsText(sora);
        page.locator("tr", new Page.LocatorOptions().setHasText(sora))
                .locator(".row-actions a")
                .click();
        lookAtBothWidths(page, "operator-remove");
        page.locator("main .btn-danger").click();
        assertThat(page.locator(".note.success")).containsText(sora);
        page.locator("tr", new Page.LocatorOptions().setHasText("한지민"))
                .locator(".row-actions a")
                .click();
        page.locator("main .btn-danger").click();
        assertThat(page.locator(".note.warning")).isVisible();

        page.locator(".tabs a[href='/console/settings/audit']").click();
        assertThat(page.locator("table.audit tbody tr").first()).containsText(sora);
        lookAtBothWidths(page, "audit");
        page.selectOption("#action", "operator.invited");
        page.getByRole(AriaRole.SEARCH).locator("button").click();
        assertThat(page.locator("table.audit tbody tr")).hasCount(1);
        page.fill("#subject", "somebody@else.example");
        page.getByRole(AriaRole.SEARCH).locator("button").click();
        lookAtBothWidths(page, "audit-none");
    }

    @ParameterizedTest
    @EnumSource
    void aColleagueJoins(Language language) {
        Publisher.Ready hotel = publishers.ready();
        String email = "joining-" + hotel.operatorEmail();
        OperatorInvitation invitation = ((InviteOperatorResult.Invited) inviteOperator.invite(
                        hotel.customer(), email, Role.OPERATOR, language, new Actor(null, hotel.operatorEmail())))
                .invitation();
        String link = "/join/"
                + secrets.token("operator", hotel.customer().value(), invitation.id(), invitation.linkNumber())
                        .reveal();
        Page page = page(language, DESK);
        page.navigate(link);
        lookAtBothWidths(page, "join-start");
        page.fill("#name", "Minho");
        page.fill("#password", Publisher.PASSWORD);
        page.locator("main form button.btn-primary").click();
        page.waitForURL(Pattern.compile(".*" + link + "$"));
        lookAtBothWidths(page, "join");
        page.locator("main form button.btn-primary").click();
        page.waitForURL(Pattern.compile(".*/console$"));
        assertThat(page.locator(".who")).containsText("한빛호텔");
        page.navigate(link);
        lookAtBothWidths(page, "dead-link-join");
    }
}
