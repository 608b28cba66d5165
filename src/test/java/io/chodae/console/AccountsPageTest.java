package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.capture.Captures;
import io.chodae.capture.Captures.Organisation;
import io.chodae.capture.DeclineTransfer;
import io.chodae.capture.UserInvitationState;
import io.chodae.capture.UserInvitations;
import io.chodae.console.Hotels.Hotel;
import io.chodae.directory.Account;
import io.chodae.testing.HttpBrowser;
import io.chodae.testing.TestTimers;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of unmanaged accounts, the acts on one and on many of them, and the file. */
@ConsoleTest
class AccountsPageTest {

    private static final Pattern NEXT = Pattern.compile("class=\"pager.*?href=\"([^\"]+)\"[^>]*>Next");
    private static final Pattern PRESS = Pattern.compile("name=\"press\" value=\"([^\"]+)\"");
    private static final String TITLES = "User email,(Re) Send transfer requests,Cancel transfer requests\n";

    @LocalServerPort
    private int port;

    @Autowired
    private Hotels hotels;

    @Autowired
    private Captures captures;

    @Autowired
    private UserInvitations invitations;

    @Autowired
    private TestTimers timers;

    @Autowired
    private DeclineTransfer decline;

    @Autowired
    private JdbcClient jdbc;

    private Organisation organisation;
    private HttpBrowser operator;

    @BeforeEach
    void open() {
        Hotel hotel = hotels.open();
        operator = new Browsers(port, hotel).of(Caller.OPERATOR);
        String domain = captures.freshDomain();
        captures.verify(hotel.customer(), domain);
        organisation = new Organisation(hotel.customer(), domain, hotel.owner());
    }

    @Test
    void aNewHotelReadsWhatToDoFirst() {
        HttpBrowser fresh = new Browsers(port, hotels.open()).of(Caller.OPERATOR);
        assertThat(fresh.get("/console/accounts?lang=en").body()).contains("Prove that a domain is yours first");
        assertThat(operator.get("/console/accounts?lang=en").body()).contains("Nobody has a personal account");
    }

    @Test
    void countsAreFiltersAndPagesFollowEachOther() {
        people(60);
        captures.send(organisation, organisation.at("p059"));
        String first = operator.get("/console/accounts?lang=en").body();
        assertThat(first)
                .contains("Not yet sent 59", "Sent 1", "Accepted 0", "p000@")
                .doesNotContain("p050@");
        Matcher next = NEXT.matcher(first.replace("\n", " "));
        assertThat(next.find()).isTrue();
        assertThat(operator.get(next.group(1).replace("&amp;", "&")).body())
                .contains("p050@", "p059@")
                .doesNotContain("p049@");
        assertThat(operator.get("/console/accounts?state=INVITED").body())
                .contains("p059@")
                .doesNotContain("p058@");
        assertThat(operator.get("/console/accounts?q=P01&sort=EMAIL_DESC&lang=en")
                        .body())
                .contains("Not yet sent 10")
                .containsSubsequence("p019@", "p010@")
                .doesNotContain("p020@");
        assertThat(operator.get("/console/accounts?after=nonsense").body()).contains("p000@");
    }

    @Test
    void oneIsSentAndTakenBack() {
        people(1);
        String email = organisation.at("p000").value();
        assertThat(operator.post("/console/accounts/one", "act", "SEND", "email", email, "q", "p0")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/console/accounts?q=p0");
        assertThat(operator.get("/console/accounts?q=p0&lang=en").body())
                .contains("A transfer request is on its way to " + email, "Send again");
        operator.post("/console/accounts/one", "act", "CANCEL", "email", email);
        assertThat(operator.get("/console/accounts?lang=en").body()).contains("Its link works no more");
        operator.post("/console/accounts/one", "act", "CANCEL", "email", email);
        assertThat(operator.get("/console/accounts?lang=en").body()).contains("No transfer request to " + email);
    }

    @Test
    void theQuestionSaysHowManyAndPressingTwiceIsOnce() {
        people(3);
        captures.send(organisation, organisation.at("p000"));
        String page = operator.post("/console/accounts/ask?lang=en", "act", "CANCEL", "all", "true")
                .body();
        assertThat(page).contains("Cancel the transfer requests of 1 account?", "The link ends");
        Matcher press = PRESS.matcher(page);
        assertThat(press.find()).isTrue();
        String[] fields = {"act", "CANCEL", "all", "true", "press", press.group(1)};
        String first = location(operator.post("/console/accounts/act", fields));
        assertThat(first)
                .contains("/console/accounts/jobs/")
                .isEqualTo(location(operator.post("/console/accounts/act", fields)));
        assertThat(operator.get(first + "?lang=en").body()).contains("0 of 3 accounts", "Under way");
        assertThat(operator.get("/console/accounts").body()).contains(first.replaceAll(".*(/console)", "$1"));
    }

    @Test
    void theFileSaysWhatIsToBeDone() {
        people(3);
        String rows = TITLES + organisation.at("p000") + ",Yes,No\n" + organisation.at("p001") + ",no,no\n";
        HttpResponse<String> taken = operator.upload("/console/accounts/upload", "file", "list.csv", rows);
        assertThat(location(taken)).contains("/console/accounts/jobs/");
        assertThat(operator.get(location(taken) + "?lang=en").body()).contains("0 of 1 accounts");
    }

    @Test
    void whatTheFileAskedForInVainIsListedWithItsReason() {
        people(2);
        captures.send(organisation, organisation.at("p001"));
        String rows = TITLES + organisation.at("nobody") + ",Yes,No\n" + organisation.at("p000") + ",No,Yes\n"
                + organisation.at("p001") + ",No,Yes\n";
        String job = location(operator.upload("/console/accounts/upload", "file", "list.csv", rows));
        timers.runDue();
        assertThat(operator.get(job + "?lang=en").body())
                .contains("Not done, and why", organisation.at("nobody").value(), "have no account")
                .contains(organisation.at("p000").value(), "had no request out")
                .doesNotContain(organisation.at("p001").value());
        assertThat(operator.get(job + "/not-done.csv?lang=en").body().lines().map(line -> line.replace("\uFEFF", "")))
                .containsExactly(
                        "E-mail,Asked for,Reason",
                        organisation.at("nobody") + ",Send a request,have no account",
                        organisation.at("p000") + ",Cancel the request,had no request out");
    }

    @Test
    void theListSaysWhySomebodyDeclinedAndWhatBecameOfTheMail() {
        Account minji = captures.person(organisation.at("minji"));
        captures.person(organisation.at("bounces"));
        captures.send(organisation, organisation.at("minji"));
        captures.send(organisation, organisation.at("bounces"));
        decline.decline(captures.link(organisation, minji), null, "I use it <b>privately</b>");
        jdbc.sql("""
                        update mail set state = 'bounced', last_reply = '550 5.1.1 no such user'
                        where customer_id = :customer and to_key = :key
                        """)
                .param("customer", organisation.customer().value())
                .param("key", organisation.at("bounces").key())
                .update();

        assertThat(operator.get("/console/accounts?lang=en").body())
                .contains("Reason: I use it &lt;b&gt;privately&lt;/b&gt;", "Mail Bounced", "550 5.1.1 no such user");
    }

    @Test
    void aDoubleClickSendsOneMail() {
        people(1);
        String[] fields = {
            "act", "SEND", "sent", "0", "email", organisation.at("p000").value()
        };
        operator.post("/console/accounts/one", fields);
        assertThat(operator.get("/console/accounts?lang=en").body()).doesNotContain("none was sent again");
        operator.post("/console/accounts/one", fields);
        assertThat(operator.get("/console/accounts?lang=en").body()).contains("none was sent again");
        assertThat(captures.all(organisation))
                .singleElement()
                .satisfies(one -> assertThat(one.mailsSent()).isEqualTo(1));
    }

    @Test
    void aFaultyFileDoesNothingAndNamesItsRows() {
        people(1);
        String rows = TITLES + organisation.at("p000") + ",Yes,Yes\nnot an address,Yes,No\n";
        HttpResponse<String> refused = operator.upload("/console/accounts/upload?lang=en", "file", "list.csv", rows);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Row 2:", "says Yes twice", "Row 3:", "not an address");
        assertThat(operator.upload("/console/accounts/upload?lang=en", "file", "list.csv", "name\nx\n")
                        .body())
                .contains("The first row must name the columns");
        assertThat(operator.upload("/console/accounts/upload?lang=en", "file", "list.csv", TITLES + "a@b.example,No,No")
                        .body())
                .contains("No row says Yes");
        assertThat(invitations.counts(organisation.customer())).containsEntry(UserInvitationState.INVITED, 0L);
    }

    @Test
    void theListIsTakenAwayAsTheFileThatCanComeBack() {
        people(2);
        captures.person(organisation.at("=cmd"));
        captures.send(organisation, organisation.at("p001"));
        String file = operator.get("/console/accounts/export.csv").body();
        assertThat(file.lines().map(line -> line.replace("\uFEFF", "")))
                .containsExactly(
                        "User email,(Re) Send transfer requests,Cancel transfer requests,Requests sent,Requests status",
                        "'=cmd@" + organisation.domain() + ",No,No,0,Not yet sent",
                        "p000@" + organisation.domain() + ",No,No,0,Not yet sent",
                        "p001@" + organisation.domain() + ",No,No,1,Invited");
        HttpResponse<String> back =
                operator.upload("/console/accounts/upload", "file", "list.csv", file.replaceFirst("No,No", "Yes,No"));
        assertThat(location(back)).contains("/console/accounts/jobs/");
        assertThat(jdbc.sql("""
                        select details ->> 'event' from audit_event
                        where customer_id = :customer and details ->> 'event' is not null
                        order by audit_id
                        """)
                        .param("customer", organisation.customer().value())
                        .query((row, number) -> row.getString(1))
                        .list())
                .containsExactly("USER_INVITE", "DOWNLOAD_UNMANAGED_USERS_LIST", "UNMANAGED_USERS_BULK_UPLOAD");
    }

    private void people(int count) {
        for (int n = 0; n < count; n++) {
            captures.person(organisation.at("p%03d".formatted(n)));
        }
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }
}
