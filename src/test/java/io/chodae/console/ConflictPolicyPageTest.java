package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.capture.Captures;
import io.chodae.capture.Captures.Organisation;
import io.chodae.console.Hotels.Hotel;
import io.chodae.provisioning.AfterFollowUps;
import io.chodae.provisioning.ConflictPolicies;
import io.chodae.provisioning.ConflictPolicy;
import io.chodae.provisioning.ConflictRule;
import io.chodae.provisioning.DirectoryUsers;
import io.chodae.shared.AccountId;
import io.chodae.testing.HttpBrowser;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is set for taken addresses, who is waited for, and an account that is made by hand. */
@ConsoleTest
class ConflictPolicyPageTest {

    private static final String POLICY = "/console/accounts/policy";
    private static final String NEW = "/console/accounts/managed/new";
    private static final Pattern END = Pattern.compile("action=\"([^\"]*/pending/[0-9]+/end)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private Hotels hotels;

    @Autowired
    private Captures captures;

    @Autowired
    private ConflictPolicies policies;

    @Autowired
    private DirectoryUsers users;

    @Autowired
    private JdbcClient jdbc;

    private Hotel hotel;
    private Browsers browsers;
    private Organisation staff;

    @BeforeEach
    void aHotelWithADomain() {
        hotel = hotels.open();
        browsers = new Browsers(port, hotel);
        String domain = captures.freshDomain();
        captures.verify(hotel.customer(), domain);
        staff = new Organisation(hotel.customer(), domain, hotel.owner());
    }

    @Test
    void whatTakesAddressesAwayNeedsATick() {
        HttpBrowser owner = browsers.of(Caller.OWNER);
        assertThat(owner.get(POLICY).body()).contains("I understand");
        HttpResponse<String> refused = owner.post(POLICY, "rule", "INVITE", "followUps", "7", "after", "REPLACE");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Tick the box").contains("value=\"7\" selected");
        assertThat(policies.of(hotel.customer())).isEqualTo(ConflictPolicy.DEFAULT);

        owner.post(POLICY, "rule", "INVITE", "followUps", "7", "after", "REPLACE", "understood", "true");
        assertThat(policies.of(hotel.customer()))
                .isEqualTo(new ConflictPolicy(ConflictRule.INVITE, 7, AfterFollowUps.REPLACE));
        assertThat(browsers.of(Caller.VIEWER).get(POLICY).body())
                .doesNotContain("I understand")
                .contains("An owner can change this");
    }

    @Test
    void anAccountIsMadeByHandAndEachAnswerIsClear() {
        HttpBrowser operator = browsers.of(Caller.OPERATOR);
        HttpResponse<String> made = create(operator, staff.at("new").value());
        assertThat(made.statusCode()).isEqualTo(302);
        String page = made.headers().firstValue("Location").orElseThrow();
        assertThat(operator.get(page).body()).contains("is created").contains("Sora Han");
        assertThat(create(operator, staff.at("new").value()).headers().firstValue("Location"))
                .contains(page);
        assertThat(operator.get(page).body()).contains("You manage");

        HttpResponse<String> foreign = create(operator, "sora@elsewhere.example");
        assertThat(foreign.statusCode()).isEqualTo(422);
        assertThat(foreign.body()).contains("no proven domain").contains("sora@elsewhere.example");

        captures.person(staff.at("taken"));
        HttpResponse<String> taken = create(operator, staff.at("taken").value());
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body())
                .contains("By your settings")
                .contains(staff.at("taken").value());
    }

    @Test
    void whoIsWaitedForIsListedAndLetGo() {
        browsers.of(Caller.OWNER).post(POLICY, "rule", "INVITE", "followUps", "2", "after", "STOP");
        HttpBrowser operator = browsers.of(Caller.OPERATOR);
        captures.person(staff.at("taken"));
        HttpResponse<String> asked = create(operator, staff.at("taken").value());
        assertThat(asked.headers().firstValue("Location").orElse("")).endsWith(POLICY);
        String list = operator.get(POLICY).body();
        assertThat(list).contains(staff.at("taken").value()).contains("Follow-up 1 of 2");
        assertThat(browsers.of(Caller.VIEWER).get(POLICY).body())
                .contains(staff.at("taken").value())
                .doesNotContainPattern(END);

        Matcher end = END.matcher(list);
        assertThat(end.find()).isTrue();
        operator.post(end.group(1));
        assertThat(operator.get(POLICY).body()).contains("no longer waited for").doesNotContainPattern(END);
        assertThat(operator.get(POLICY + "?all=true").body()).contains("Ended by hand");
        operator.post(end.group(1));
        assertThat(operator.get(POLICY).body()).contains("over already");
    }

    @Test
    void anAdministratorLearnsWhenSomebodyLastSignedIn() {
        AccountId desk = hotel.account(Caller.OPERATOR);
        jdbc.sql("update account set managed_by = :customer, managed_since = now() where account_id = :account")
                .param("customer", hotel.customer().value())
                .param("account", desk.value())
                .update();
        assertThat(users.find(hotel.customer(), desk).orElseThrow().lastSignIn())
                .isNotNull();
    }

    private static HttpResponse<String> create(HttpBrowser operator, String email) {
        return operator.post(NEW, "email", email, "givenName", "Sora", "familyName", "Han", "language", "EN");
    }
}
