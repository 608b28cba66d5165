package io.chodae.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.bizkit.BizKits;
import io.chodae.bizkit.Edition;
import io.chodae.directory.Customers;
import io.chodae.identity.InviteOperator;
import io.chodae.identity.InviteOperatorResult;
import io.chodae.identity.OperatorChange;
import io.chodae.identity.OperatorInvitation;
import io.chodae.identity.Operators;
import io.chodae.identity.RemoveOperator;
import io.chodae.identity.Role;
import io.chodae.identity.SignUp;
import io.chodae.identity.SignUpResult;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.HttpBrowser;
import io.chodae.testing.TestMailbox;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A colleague's way from the mail to the console. */
@ChodaeTest
class JoinPagesTest {

    private static final String PASSWORD = "seven quiet lanterns";
    private static final Pattern LINK = Pattern.compile("https://chodae\\.example(/join/[\\w-]{32})");

    @LocalServerPort
    private int port;

    @Autowired
    private Customers customers;

    @Autowired
    private BizKits kits;

    @Autowired
    private Operators operators;

    @Autowired
    private SignUp signUp;

    @Autowired
    private InviteOperator invite;

    @Autowired
    private RemoveOperator remove;

    @Autowired
    private TestMailbox mailbox;

    @Autowired
    private JdbcClient jdbc;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private CustomerId hotel;
    private Actor owner;

    @BeforeEach
    void open() {
        // earlier tests turned the clock, and pauses that were set then would never end
        jdbc.sql("delete from attempt_counter").update();
        hotel = customers.create("Hotel " + mark).id();
        kits.create(hotel, Edition.FULL);
        AccountId account = account("owner");
        owner = Actor.account(account, email("owner"));
        operators.grant(hotel, account, Role.OWNER);
    }

    @Test
    void somebodyWithoutAnAccountMakesOneAndJoins() {
        String link = invited("minho", Role.OPERATOR);
        HttpBrowser minho = browser();
        HttpResponse<String> page = minho.get(link);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.body())
                .contains("Work for Hotel " + mark, email("owner"), "Operator", "value=\"" + email("minho") + "\"")
                .contains("/sign-up\"")
                .doesNotContain("??");
        assertThat(minho.post(link + "/sign-up", "name", "Minho", "password", "short")
                        .statusCode())
                .isEqualTo(422);
        assertThat(location(minho.post(link + "/sign-up", "name", "Minho", "password", PASSWORD)))
                .endsWith(link);
        assertThat(membership("minho")).isEmpty();
        assertThat(minho.get(link).body()).contains("Signed in as", ">Join<");
        assertThat(location(minho.post(link))).endsWith("/console");
        assertThat(minho.get("/console").body()).contains("Welcome. You can begin.", "Hotel " + mark);
        assertThat(membership("minho")).isEqualTo("OPERATOR");
        HttpResponse<String> again = minho.get(link);
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(again.body()).contains("This link no longer works", "taken back or replaced");
    }

    @Test
    void somebodyWithAnAccountSignsInOnTheWay() {
        account("minho");
        String link = invited("minho", Role.VIEWER);
        HttpBrowser minho = browser();
        assertThat(minho.get(link).body())
                .contains("Sign in first", "name=\"continue\" value=\"" + link + "\"")
                .doesNotContain(link + "/sign-up");
        assertThat(location(minho.post("/sign-in", "email", email("minho"), "password", PASSWORD, "continue", link)))
                .endsWith(link);
        assertThat(location(minho.post(link))).endsWith("/console");
        assertThat(membership("minho")).isEqualTo("VIEWER");
    }

    @Test
    void anotherAccountIsToldAndNothingIsUsedUp() {
        account("other");
        String link = invited("minho", Role.VIEWER);
        HttpBrowser other = signedIn("other");
        assertThat(other.get(link).body())
                .contains("Signed in as", email("other"), email("minho"), "Use another account")
                .doesNotContain(">Join<");
        HttpResponse<String> refused = other.post(link);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("nothing has been used up");
        assertThat(location(other.post("/sign-out", "continue", link))).endsWith(link);
        assertThat(other.get(link).statusCode()).isEqualTo(200);
        assertThat(membership("other")).isEmpty();
    }

    @Test
    void openingTheLinkChangesNothing() {
        account("minho");
        String link = invited("minho", Role.OWNER);
        String before = rows();
        HttpBrowser minho = signedIn("minho");
        for (int i = 0; i < 3; i++) {
            minho.get(link);
            minho.head(link);
            browser().get(link);
        }
        assertThat(browser().post(link).statusCode()).isIn(302, 403);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void theMailIsWrittenInTheColleaguesLanguageAndNamesNobodysSecret() {
        String link = invited("nobody", Role.VIEWER);
        String mail = text("nobody");
        assertThat(mail).contains("Hotel " + mark, email("owner"), "a viewer", "until");
        assertThat(jdbc.sql("select encode(link_hash, 'escape') || invited_by from operator_invitation"
                                + " where customer_id = :customer")
                        .param("customer", hotel.value())
                        .query((row, number) -> row.getString(1))
                        .list())
                .noneMatch(row -> row.contains(link.substring("/join/".length())));
        signUp.signUp(email("sora"), "소라", PASSWORD, Language.KO, true);
        invited("sora", Role.OWNER);
        assertThat(text("sora")).contains("소라 님, 안녕하세요", "함께 일하자고 초대했어요", "소유자");
    }

    @Test
    void whoIsRemovedIsRefusedAtTheNextRequestAndNothingHappensToTheNextPublisher() {
        AccountId minho = account("minho");
        operators.grant(hotel, minho, Role.OPERATOR);
        CustomerId second = customers.create("Second " + mark).id();
        operators.grant(second, minho, Role.OWNER);
        HttpBrowser browser = signedIn("minho");
        assertThat(browser.get("/console/settings/operators").body()).contains("Hotel " + mark);

        assertThat(remove.remove(hotel, minho, owner)).isEqualTo(OperatorChange.DONE);
        HttpResponse<String> refused =
                browser.post("/console/settings/operators", "email", email("new"), "role", "VIEWER", "language", "EN");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(jdbc.sql("select count(*) from operator_invitation where email = :email")
                        .param("email", email("new"))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(browser.get("/console/settings/operators").body()).contains("Second " + mark);

        assertThat(remove.remove(second, minho, owner)).isEqualTo(OperatorChange.LAST_OWNER);
        operators.grant(second, account("third"), Role.OWNER);
        assertThat(remove.remove(second, minho, owner)).isEqualTo(OperatorChange.DONE);
        assertThat(browser.get("/console").statusCode()).isEqualTo(403);
    }

    private String invited(String name, Role role) {
        OperatorInvitation invitation = ((InviteOperatorResult.Invited)
                        invite.invite(hotel, email(name), role, Language.EN, owner))
                .invitation();
        assertThat(invitation.email().value()).isEqualTo(email(name));
        Matcher link = LINK.matcher(text(name));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private String text(String name) {
        return mailbox.await(email(name)).text();
    }

    private HttpBrowser browser() {
        HttpBrowser browser = new HttpBrowser(port).header("Accept-Language", "en");
        browser.get("/?lang=en");
        return browser;
    }

    private HttpBrowser signedIn(String name) {
        HttpBrowser browser = browser();
        browser.signIn(email(name), PASSWORD);
        browser.get("/me?lang=en");
        return browser;
    }

    private AccountId account(String name) {
        return ((SignUpResult.Created) signUp.signUp(email(name), name, PASSWORD, Language.EN, true)).account();
    }

    private String email(String name) {
        return name + "@" + mark + ".example";
    }

    private static String location(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(302);
        return response.headers().firstValue("Location").orElse("");
    }

    private String membership(String name) {
        return jdbc.sql("""
                        select o.role from operator o join account a using (account_id)
                         where o.customer_id = :customer and a.email = :email
                        """)
                .param("customer", hotel.value())
                .param("email", email(name))
                .query((row, number) -> row.getString("role"))
                .optional()
                .orElse("");
    }

    private String rows() {
        return jdbc.sql("""
                        select (select string_agg(i::text, '|') from operator_invitation i where customer_id = :customer)
                               || (select count(*) from audit_event where customer_id = :customer)
                               || (select count(*) from operator where customer_id = :customer)
                        """)
                .param("customer", hotel.value())
                .query((row, number) -> row.getString(1))
                .single();
    }
}
