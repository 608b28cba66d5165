package io.chodae.road;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.chodae.bizkit.EnrolledUsers;
import io.chodae.bizkit.GroupFilter;
import io.chodae.invitation.InvitationQuery;
import io.chodae.invitation.InvitationState;
import io.chodae.invitation.Invitations;
import io.chodae.road.Publisher.Ready;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import io.chodae.testing.TestMailbox;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class MainRoadBrowserTest extends RoadTest {

    private static final Pattern LINK = Pattern.compile("http\\S+/i/[A-Za-z0-9_-]{32}");
    private static final String FIRST = "siwoo.song1@hanbit-hotel.example";

    @Autowired
    private TestMailbox mailbox;

    @Autowired
    private Invitations invitations;

    @Autowired
    private EnrolledUsers users;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource
    void aListIsReadPreviewedSentOnceAndEveryMailArrives(Language language) {
        Ready hotel = publishers.ready();
        mailbox.clear();
        Page page = signedIn(hotel.operatorEmail(), language);
        look(page, "overview");
        for (String path : new String[] {"service", "plays", "plays/new", "groups", "groups/new", "people", "invite"}) {
            page.navigate("/console/" + path);
            look(page, path.replace('/', '-'));
        }
        for (String kind : new String[] {"plays", "groups"}) {
            page.navigate("/console/" + kind);
            page.locator("table.list a[href^='/console/" + kind + "/']").first().click();
            look(page, kind + "-edit");
        }
        beginInvitation(page);
        look(page, "invite-empty");
        fillForm(page);
        page.setInputFiles("#file", Path.of("src/test/resources/rosters/roster-12.xlsx"));
        page.locator("button[form=upload]").click();
        assertThat(page.locator("#rows tbody tr")).hasCount(12);
        assertThat(page.locator("#send button")).isDisabled();
        page.locator("button[formaction$='/preview']").click();
        assertThat(page.locator("iframe.mail-frame").first()).isVisible();
        assertThat(page.locator("#send button")).isEnabled();
        look(page, "invite-previewed");

        page.locator("#send button").dblclick();
        assertThat(page).hasURL(Pattern.compile(".*/console/campaigns/[0-9]+$"));
        assertThat(page.locator("#progress progress")).hasAttribute("value", "12");
        look(page, "campaign");
        page.navigate("/console/invitations");
        look(page, "invitations");

        assertThat(mailbox.await(FIRST).subject()).contains("한빛 컨시어지");
        assertThat(mailbox.all()).hasSize(12);
        assertThat(count(hotel.customer(), InvitationState.INVITED)).isEqualTo(12);
    }

    @Test
    void anEditAfterThePreviewAsksForAnotherLook() {
        Ready hotel = publishers.ready();
        Page page = signedIn(hotel.operatorEmail(), Language.EN);
        beginInvitation(page);
        fillForm(page);
        page.locator("input[name='typed.name']").first().fill("Kim");
        page.locator("input[name='typed.email']").first().fill("kim.edit@road.example");
        page.locator("button[formaction$='/preview']").click();
        assertThat(page.locator("#send button")).isEnabled();
        page.fill("#reason", "Another reason");
        assertThat(page.locator("#send button")).isDisabled();
    }

    @ParameterizedTest
    @EnumSource
    void aNewPersonSignsUpFromTheMailAndBelongsAfterOneClick(Language language) {
        Ready hotel = publishers.ready();
        String address = "new-" + language.tag() + "@road.example";
        String link = invited(hotel, address);
        Page page = page(language, PHONE);
        page.navigate(link);
        lookNarrow(page, "invitation");
        page.locator("form[action$='/continue'] button").click();
        lookNarrow(page, "sign-up");
        page.fill("#password", Publisher.PASSWORD);
        page.locator("main button.btn-primary").click();
        lookNarrow(page, "confirm");
        assertThat(page.locator("main")).containsText(address);
        page.locator("main button.btn-primary").dblclick();
        assertThat(page).hasURL(Pattern.compile(".*/done$"));
        lookNarrow(page, "done");
        page.navigate("/me");
        lookNarrow(page, "my-services");
        assertThat(page.locator("main")).containsText("객실 컨시어지");
        page.navigate(link);
        assertThat(page.locator("h1")).isVisible();
        lookNarrow(page, "accepted-already");
        assertThat(enrolled(hotel.customer())).isEqualTo(1);
        assertThat(mailbox.await(address, 2).text()).contains("한빛 컨시어지");

        page.navigate("/me");
        page.locator("main a[href$='/withdraw']").click();
        lookNarrow(page, "withdraw");
        page.locator("main button.btn-danger").click();
        assertThat(enrolled(hotel.customer())).isZero();
    }

    @Test
    void anExistingPersonSignsInWithScriptsOffAtTheNarrowestWidth() {
        Ready hotel = publishers.ready();
        publishers.account("known@road.example", "안지유");
        Page page = pageWithoutScripts(Language.KO, NARROW);
        page.navigate(invited(hotel, "known@road.example"));
        page.locator("form[action$='/continue'] button").click();
        page.fill("#password", Publisher.PASSWORD);
        page.locator("main button.btn-primary").click();
        page.locator("main button.btn-primary").click();
        assertThat(page).hasURL(Pattern.compile(".*/done$"));
        assertThat(enrolled(hotel.customer())).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void decliningNeedsNoAccountAndTellsTheReason(Language language) {
        Ready hotel = publishers.ready();
        Page page = page(language, PHONE);
        page.navigate(invited(hotel, "no-" + language.tag() + "@road.example"));
        page.locator("main a[href$='/decline']").click();
        lookNarrow(page, "decline");
        page.fill("#reason", "Wrong person");
        page.locator("main button.btn-danger").click();
        lookNarrow(page, "declined");
        assertThat(count(hotel.customer(), InvitationState.DECLINED)).isEqualTo(1);
    }

    @Test
    void whoIsSignedInAsSomebodyElseSeesBothAddressesAndCanSwitch() {
        Ready hotel = publishers.ready();
        publishers.account("right@road.example", "Right");
        publishers.account("other@road.example", "Other");
        Page page = signedIn("other@road.example", Language.EN);
        page.navigate(invited(hotel, "right@road.example") + "/confirm");
        assertThat(page.locator("main")).containsText("other@road.example");
        assertThat(page.locator("main")).containsText("right@road.example");
        look(page, "confirm-other-account");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Use another account"))
                .click();
        assertThat(enrolled(hotel.customer())).isZero();
        assertThat(page.locator("#email")).isVisible();
    }

    @ParameterizedTest
    @EnumSource
    void anExpiredLinkTellsAStrangerNothingAndTheInviteeWhatToDo(Language language) {
        Ready hotel = publishers.ready();
        String address = "late-" + language.tag() + "@road.example";
        publishers.account(address, "Late");
        String link = invited(hotel, address);
        expireAll(hotel.customer());
        Page page = page(language, PHONE);
        page.navigate(link);
        lookNarrow(page, "not-usable");
        assertThat(page.locator("main")).not().containsText("한빛");
        choose(page, language);
        signIn(page, address);
        page.navigate(link);
        lookNarrow(page, "expired");
        assertThat(page.locator("main")).containsText("help@road.example");
        assertThat(enrolled(hotel.customer())).isZero();
    }

    @Test
    void aBrowserThatOpensEveryLinkOfTheMailChangesNothing() {
        Ready hotel = publishers.ready();
        Page page = page(Language.EN, DESK);
        String link = invited(hotel, "scanned@road.example");
        for (String path : new String[] {"", "/start", "/confirm", "/decline", "/done"}) {
            page.navigate(link + path);
            page.waitForLoadState();
        }
        assertThat(count(hotel.customer(), InvitationState.INVITED)).isEqualTo(1);
    }

    private String invited(Ready hotel, String address) {
        Page page = signedIn(hotel.operatorEmail(), Language.KO);
        beginInvitation(page);
        fillForm(page);
        page.locator("input[name='typed.name']").first().fill("안지유");
        page.locator("input[name='typed.email']").first().fill(address);
        page.locator("button[formaction$='/preview']").click();
        page.locator("#send button").click();
        page.waitForURL("**/console/campaigns/*");
        Matcher matcher = LINK.matcher(mailbox.await(address).text());
        assertThat(matcher.find()).isTrue();
        return here(matcher.group());
    }

    /** Ages the rows instead of the clock: sessions and counters of the shared server live on it too. */
    private void expireAll(CustomerId customer) {
        jdbc.sql("update invitation set expires_at = sent_at - interval '1 minute' where customer_id = :customer")
                .param("customer", customer.value())
                .update();
    }

    private static void fillForm(Page page) {
        fillTexts(page);
        assertThat(page.locator("#inviterName-note")).isEmpty();
        assertThat(page.locator("#groupId-note")).isEmpty();
        page.waitForResponse(
                answer -> answer.request().method().equals("POST"),
                () -> page.fill("#reason", "새 직원 서비스예요. 오늘부터 써 보세요."));
    }

    private Page signedIn(String email, Language language) {
        Page page = page(language, DESK);
        choose(page, language);
        signIn(page, email);
        return page;
    }

    /** On this very device, for the accounts of this test are Korean. */
    private static void choose(Page page, Language language) {
        page.navigate("/sign-in?lang=" + language.tag());
    }

    private static void lookNarrow(Page page, String name) {
        look(page, name);
        page.setViewportSize(NARROW, 900);
        fitsItsWidth(page);
        page.setViewportSize(PHONE, 900);
    }

    private int count(CustomerId customer, InvitationState state) {
        return invitations
                .search(
                        new InvitationQuery("", Optional.of(state), OptionalLong.empty(), Optional.empty(), 100),
                        customer)
                .items()
                .size();
    }

    private int enrolled(CustomerId customer) {
        return users.search(customer, "", new GroupFilter.All(), Optional.empty(), 10)
                .items()
                .size();
    }
}
