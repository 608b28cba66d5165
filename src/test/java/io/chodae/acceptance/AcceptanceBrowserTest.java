package io.chodae.acceptance;

import static io.chodae.acceptance.Invited.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.chodae.bizkit.EnablePrivatePlay;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.bizkit.MyServices;
import io.chodae.directory.Account;
import io.chodae.invitation.AcceptInvitation;
import io.chodae.invitation.CancelInvitation;
import io.chodae.invitation.DeclineInvitation;
import io.chodae.invitation.InvitationId;
import io.chodae.invitation.ResendInvitation;
import io.chodae.shared.Language;
import io.chodae.testing.BrowserTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every page of an invitation that is not on the straight road, looked at in both languages and widths. */
@Import({Kits.class, Invited.class})
class AcceptanceBrowserTest extends BrowserTest {

    @Autowired
    private Kits kits;

    @Autowired
    private Invited invited;

    @Autowired
    private AcceptInvitation accept;

    @Autowired
    private CancelInvitation cancel;

    @Autowired
    private DeclineInvitation decline;

    @Autowired
    private ResendInvitation resend;

    @Autowired
    private EnablePrivatePlay enable;

    @Autowired
    private MyServices services;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({"KO,1280", "KO,390", "EN,1280", "EN,390"})
    void theWaysIntoAnAccountReadWell(Language language, int width) {
        Publisher publisher = kits.full();
        Page page = page(language, width);
        page.navigate("/i/preview");
        look(page, "preview-link");

        String fresh = Kits.address();
        page.navigate(invited.path(publisher, fresh) + "/start");
        look(page, "invited-sign-up");
        page.fill("#password", "short");
        page.locator("main button.btn-primary").click();
        assertThat(page.locator("#password").getAttribute("aria-invalid")).isEqualTo("true");
        look(page, "invited-sign-up-faults");

        String known = Kits.address();
        invited.member(known, true);
        String path = invited.path(publisher, known);
        page.navigate(path + "/start");
        assertThat(page.locator("#email").inputValue()).isEqualTo(known);
        look(page, "invited-sign-in");
        page.navigate(path + "/start?reset");
        look(page, "invited-sign-in-reset");
    }

    @ParameterizedTest
    @CsvSource({"KO,1280", "KO,390", "EN,1280", "EN,390"})
    void everyEndingReadsWell(Language language, int width) {
        String address = Kits.address();
        Account person = invited.member(address, true, language);
        Page page = page(language, width);
        signIn(page, address);
        endings(person).forEach((name, path) -> {
            page.navigate(path);
            assertThat(page.locator("h1").textContent()).as(name).isNotBlank().doesNotContain("??");
            assertThat(page.locator("main").textContent()).doesNotContain("??");
            look(page, "ended-" + name);
        });
    }

    @ParameterizedTest
    @CsvSource({"KO,1280", "KO,390", "EN,1280", "EN,390"})
    void whatOffersNothingAnyMoreReadsWell(Language language, int width) {
        Publisher publisher = kits.full();
        String path = invited.path(publisher, Kits.address());
        enable.enable(publisher.customer(), publisher.play(), false, publisher.actor());
        Page page = page(language, width);
        page.navigate(path);
        assertThat(page.locator("main form[action$='/continue']").count()).isZero();
        look(page, "nothing-offered");
    }

    @ParameterizedTest
    @CsvSource({"KO,1280", "KO,390", "EN,1280", "EN,390"})
    void refusalsAtTheLastStepReadWell(Language language, int width) {
        Publisher publisher = kits.full();
        kits.requireOwnAddress(publisher);
        String other = Kits.address();
        invited.member(other, true, language);
        Page page = page(language, width);
        signIn(page, other);
        page.navigate(invited.path(publisher, Kits.address()) + "/confirm");
        assertThat(page.locator("main form[action$='/accept']").count()).isZero();
        assertThat(page.locator("main form[action='/sign-out'] button.btn-primary")
                        .isVisible())
                .isTrue();
        look(page, "own-address-only");

        Publisher full = kits.full();
        String path = invited.path(full, other);
        kits.limit(full, 0);
        page.navigate(path + "/confirm");
        page.locator("main button.btn-primary").click();
        assertThat(page.locator("[role=alert]").isVisible()).isTrue();
        look(page, "refused-no-seat");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theAccountIsSwitchedWithinTheInvitationAndWithScriptsOff(Language language) {
        Publisher publisher = kits.full();
        String other = Kits.address();
        invited.member(other, true, language);
        Page page = pageWithoutScripts(language, NARROW);
        signIn(page, other);
        String path = invited.path(publisher, Kits.address());
        page.navigate(path + "/confirm");
        fitsItsWidth(page);
        page.locator("main form[action='/sign-out'] button").click();
        assertThat(page.url()).endsWith(path + "/start");
        page.fill("#password", PASSWORD);
        page.locator("main button.btn-primary").click();
        assertThat(page.url()).endsWith(path + "/confirm");
        page.locator("main button.btn-primary").click();
        assertThat(page.url()).endsWith(path + "/done");
        fitsItsWidth(page);
    }

    /** A link of each ending, by its name, all of one person. */
    private Map<String, String> endings(Account person) {
        Map<String, String> paths = new LinkedHashMap<>();
        List<Runnable> steps = new ArrayList<>();
        String address = person.email().value();

        InvitationId expired = invite(address);
        paths.put("expired", invited.path(expired));
        steps.add(() -> jdbc.sql("""
                        update invitation set expires_at = sent_at - interval '1 minute'
                        where customer_id = :customer and invitation_id = :id
                        """)
                .param("customer", expired.customer().value())
                .param("id", expired.value())
                .update());

        Publisher canceling = kits.full();
        InvitationId canceled = kits.invite(canceling, kits.offer(canceling), address);
        paths.put("canceled", invited.path(canceled));
        steps.add(() -> cancel.cancel(canceled, canceling.actor()));

        InvitationId declined = invite(address);
        paths.put("declined", invited.path(declined));
        steps.add(() -> decline.decline(kits.link(declined), person.id(), null));

        InvitationId byOther = invite(address);
        paths.put("accepted-by-other", invited.path(byOther));
        steps.add(() -> kits.accept(byOther, kits.person()));

        Publisher sender = kits.full();
        InvitationId superseded = kits.invite(sender, kits.offer(sender), address);
        paths.put("superseded", invited.path(superseded));
        steps.add(() -> resend.resend(superseded, Kits.LIFETIME, sender.actor()));

        InvitationId byMe = invite(address);
        paths.put("accepted", invited.path(byMe));
        steps.add(() -> accept.accept(kits.link(byMe), person.id(), person.email(), true));

        InvitationId left = invite(address);
        paths.put("left", invited.path(left));
        steps.add(() -> {
            accept.accept(kits.link(left), person.id(), person.email(), true);
            services.of(person.id()).stream()
                    .filter(service -> service.customer().equals(left.customer()))
                    .forEach(
                            service -> services.withdrawFromService(person.id(), service.customer(), service.userId()));
        });

        steps.forEach(Runnable::run);
        return paths;
    }

    private InvitationId invite(String address) {
        Publisher publisher = kits.full();
        return kits.invite(publisher, kits.offer(publisher), address);
    }

    private static void signIn(Page page, String email) {
        signIn(page, email, PASSWORD);
    }

    private static void look(Page page, String name) {
        fitsItsWidth(page);
        axeFindsNothing(page);
        shot(page, name);
    }
}
