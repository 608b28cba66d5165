package io.chodae.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.chodae.campaign.Campaign;
import io.chodae.invitation.DeclineInvitation;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationQuery;
import io.chodae.invitation.Invitations;
import io.chodae.invitation.LinkSecrets;
import io.chodae.road.Publisher;
import io.chodae.shared.Language;
import io.chodae.shared.LinkToken;
import io.chodae.testing.BrowserTest;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@Import({Publisher.class, RunningSendings.class})
@TestPropertySource(properties = "chodae.mail.delivery=false")
class InvitationRulesBrowserTest extends BrowserTest {

    @Autowired
    private Publisher publishers;

    @Autowired
    private RunningSendings sendings;

    @Autowired
    private Invitations invitations;

    @Autowired
    private DeclineInvitation decline;

    @Autowired
    private LinkSecrets links;

    @ParameterizedTest
    @EnumSource
    void rulesAreSetWithTheReminderInSight(Language language) {
        Page page = signedIn(publishers.ready(), language);
        page.navigate("/console/settings/invitations?lang=" + language.tag());
        assertThat(page.locator("#lifetime")).hasValue("3");
        page.fill("#lifetime", "2");
        page.selectOption("#first", "5");
        page.locator("main form button.btn-primary").click();
        assertThat(page.locator("#reminders-note")).isVisible();
        assertThat(page.locator("#lifetime")).hasValue("2");
        lookAtBothWidths(page, "rules-refused");

        page.fill("#lifetime", "7");
        page.selectOption("#second", "1");
        page.locator("main form button.btn-primary").click();
        assertThat(page.locator(".note.success")).isVisible();
        assertThat(page.locator("#first")).hasValue("5");
        assertThat(page.locator("#second")).hasValue("1");
        lookAtBothWidths(page, "rules");
    }

    @ParameterizedTest
    @EnumSource
    void whoHasADeadLinkReachesAnOperator(Language language) {
        Publisher.Ready hotel = publishers.ready();
        Campaign campaign = sendings.written(hotel.customer(), 1);
        Invitation invitation = invitations
                .search(
                        new InvitationQuery(
                                "", Optional.empty(), OptionalLong.of(campaign.offerId()), Optional.empty(), 1),
                        hotel.customer())
                .items()
                .getFirst();
        LinkToken link = links.token(invitation.id(), 1);
        decline.decline(link, null, null);

        Page visitor = pageWithoutScripts(language, PHONE);
        visitor.navigate("/i/" + link.reveal());
        visitor.locator("main form button").click();
        assertThat(visitor.locator("[role=status]")).isVisible();
        shot(visitor, "asked");
        visitor.navigate("/i/" + link.reveal());
        shot(visitor, "not-usable-ask");

        Page page = signedIn(hotel, language);
        page.navigate("/console?lang=" + language.tag());
        page.locator("a.stat[href='/console/invitations/requests']").click();
        assertThat(page.locator("table.list tbody tr")).hasCount(1);
        lookAtBothWidths(page, "link-requests");
        page.locator("table.list button.btn-primary").click();
        assertThat(page.locator(".note.success")).isVisible();
        assertThat(page.locator("table.list")).hasCount(0);
        lookAtBothWidths(page, "link-requests-none");
    }

    private Page signedIn(Publisher.Ready hotel, Language language) {
        Page page = page(language, DESK);
        signIn(page, hotel.operatorEmail(), Publisher.PASSWORD);
        return page;
    }
}
