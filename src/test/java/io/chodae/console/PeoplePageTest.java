package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.EnrolledUser;
import io.chodae.bizkit.EnrolledUsers;
import io.chodae.bizkit.Kits;
import io.chodae.road.Publisher;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.HttpBrowser;
import io.chodae.testing.TestClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The people of the console, by a browser without scripts. */
@ChodaeTest
@TestPropertySource(properties = {"chodae.mail.delivery=false", "chodae.timers.enabled=false"})
@Import({Publisher.class, Kits.class, Crowd.class})
class PeoplePageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Crowd crowd;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private EnrolledUsers users;

    private Crowd.Full hotel;
    private HttpBrowser operator;

    @BeforeEach
    void found() {
        clock.reset();
        hotel = crowd.of("Ada", "Bora", "=1+1");
        operator = signedIn(hotel);
    }

    @Test
    void whoIsChosenIsAskedAboutAndThenSuspended() {
        String ask = operator.get(act("SUSPEND", 0, 1)).body();
        assertThat(ask).contains("Suspend 2 people?").contains("You can let them use it again at any time.");
        assertThat(user(0).suspended()).as("asking does nothing").isFalse();

        HttpResponse<String> done = post("SUSPEND", "user", id(0), "user", id(1));
        assertThat(location(done)).isEqualTo("/console/people");
        assertThat(operator.get("/console/people").body())
                .contains("2 people are suspended now.")
                .contains(">Suspended</span>");
        assertThat(user(0).suspended()).isTrue();
        assertThat(user(2).suspended()).isFalse();
    }

    @Test
    void oneIsAskedAboutByNameAndShownAfterwards() {
        assertThat(operator.get(act("REMOVE", 1)).body()).contains("Remove Bora from the service?");
        HttpResponse<String> done = post("REMOVE", "user", id(1));
        assertThat(location(done)).isEqualTo("/console/people/" + id(1));
        assertThat(operator.get(location(done)).body())
                .contains("One person was removed.")
                .contains("Left the service on")
                .contains("Removed from the service");
        assertThat(operator.get("/console/people").body()).doesNotContain("Bora");
        assertThat(operator.get(act("REMOVE", 1)).body()).contains("Nobody was chosen");
    }

    @Test
    void allThatMatchTheFilterAreMeantAndNobodyElse() {
        String ask =
                operator.get("/console/people/act?act=MOVE&all=true&q=bora").body();
        assertThat(ask).contains("Move one person to another group?").contains("name=\"q\" value=\"bora\"");
        post("MOVE", "all", "true", "q", "bora", "to", String.valueOf(hotel.group()));
        assertThat(user(1).groupId()).isEqualTo(hotel.group());
        assertThat(user(0).groupId()).isNull();
    }

    @Test
    void whatIsMissingIsAskedForAndWhatWasChosenStays() {
        HttpResponse<String> refused = post("MOVE", "user", id(0), "to", "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Choose the group that they are moved to.")
                .contains("name=\"user\" value=\"" + id(0) + "\"");
        assertThat(post("MOVE", "user", id(0), "to", "99999999").body()).contains("The group was deleted meanwhile.");
        assertThat(post("END", "user", id(0), "endsOn", "2026-02-31").body()).contains("Enter the last day");
        HttpResponse<String> past = post("END", "user", id(0), "endsOn", "2026-01-14");
        assertThat(past.body()).contains("That day is over.").contains("value=\"2026-01-14\"");
        assertThat(user(0).endsOn()).isNull();
    }

    @Test
    void theLastDayIsSetAndTakenAway() {
        post("END", "user", id(0), "endsOn", "2026-01-31");
        assertThat(user(0).endsOn()).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(operator.get("/console/people?standing=ENDING").body())
                .contains("until 31 Jan 2026")
                .contains("One person found.");
        assertThat(operator.get("/console/people/" + id(0)).body()).contains("The last day is 31 Jan 2026");
        post("END", "user", id(0), "endsOn", "2026-02-01", "never", "true");
        assertThat(user(0).endsOn()).isNull();
    }

    @Test
    void theSortingStaysWhileThePagesAreTurned() {
        assertThat(names(operator.get("/console/people?sort=NAME").body())).containsExactly("=1+1", "Ada", "Bora");
        assertThat(names(operator.get("/console/people?sort=NEWEST").body())).containsExactly("=1+1", "Bora", "Ada");
        assertThat(operator.get("/console/people?sort=NAME&after=nowhere").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPersonsPageTellsWhatHappened() {
        post("SUSPEND", "user", id(0));
        String page = operator.get("/console/people/" + id(0)).body();
        assertThat(page)
                .contains("Ada")
                .contains("Suspended since")
                .contains("Accepted the invitation")
                .contains("Invitation mail")
                .contains("Welcome mail")
                .contains(hotel.operatorEmail());
        assertThat(operator.get("/console/people/" + id(0) + "?lang=ko").body())
                .contains("이용을 정지했어요")
                .contains("초대를 수락했어요");
        operator.get("/console?lang=en");
    }

    @Test
    void theNameIsChangedAndAWrongOneIsExplained() {
        HttpResponse<String> refused = operator.post("/console/people/" + id(0), "name", " ", "extraInfo", "kept");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Enter a name.").contains("value=\"kept\"");
        assertThat(location(operator.post("/console/people/" + id(0), "name", "Ada L.", "extraInfo", "5F")))
                .isEqualTo("/console/people/" + id(0));
        assertThat(user(0).name()).isEqualTo("Ada L.");
    }

    @Test
    void aListFindsItsPeopleAndNamesTheOthers() {
        String found = user(0).email().toUpperCase(Locale.ROOT);
        HttpResponse<String> read = operator.upload(
                "/console/people/lists",
                "file",
                "people.csv",
                found + "\nnobody@x.example\nno address\n" + found + "\n");
        String page = operator.get(location(read)).body();
        assertThat(figures(page)).containsExactly("4", "1", "2", "1");

        String missing =
                new String(operator.download(location(read) + "/missing.csv").body(), StandardCharsets.UTF_8);
        assertThat(missing.lines().toList())
                .containsExactly("\uFEFFRow in the list,E-mail", "2,nobody@x.example", "3,no address");

        String list = location(read).replaceAll(".*/", "");
        assertThat(operator.get("/console/people/act?act=SUSPEND&list=" + list).body())
                .contains("Suspend one person?");
        post("SUSPEND", "list", list);
        assertThat(user(0).suspended()).isTrue();
        assertThat(user(1).suspended()).isFalse();
    }

    @Test
    void whatIsNoListIsExplained() {
        HttpResponse<String> empty = operator.upload("/console/people/lists", "file", "empty.csv", "");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("The file is empty.");
        HttpResponse<String> none = operator.upload("/console/people/lists", "file", "names.csv", "a,b\nc,d\n");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("class=\"note danger\"");
    }

    @Test
    void theDownloadHoldsWhomTheFilterFindsAndNoFormula() throws IOException {
        String text = new String(
                operator.download("/console/people/export.csv?sort=NAME").body(), StandardCharsets.UTF_8);
        assertThat(text.lines().toList()).hasSize(4);
        assertThat(text).startsWith("\uFEFFName,E-mail,Phone,").contains("\n'=1+1,");
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(
                operator.download("/console/people/export.xlsx?q=bora").body()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(2);
            assertThat(rows.get(1).getCellText(0)).isEqualTo("Bora");
        }
        assertThat(jdbc.sql("select details ->> 'text' as text from audit_event"
                                + " where customer_id = :customer and action = 'people.downloaded' order by audit_id")
                        .param("customer", hotel.kit().customer().value())
                        .query(String.class)
                        .list())
                .containsExactly("", "bora");
    }

    @Test
    void anothersPeopleAreNobody() {
        HttpBrowser stranger = signedIn(crowd.of("Other"));
        assertThat(stranger.get("/console/people/" + id(0)).statusCode()).isEqualTo(404);
        assertThat(stranger.get(act("REMOVE", 0)).body())
                .contains("Nobody was chosen")
                .doesNotContain("Ada");
        HttpResponse<String> act = stranger.post("/console/people/act", "act", "REMOVE", "user", id(0));
        assertThat(location(act)).isEqualTo("/console/people");
        assertThat(user(0).left()).isFalse();
    }

    private HttpResponse<String> post(String kind, String... fields) {
        String[] all = new String[fields.length + 2];
        all[0] = "act";
        all[1] = kind;
        System.arraycopy(fields, 0, all, 2, fields.length);
        return operator.post("/console/people/act", all);
    }

    private String act(String kind, int... who) {
        StringBuilder address = new StringBuilder("/console/people/act?act=" + kind);
        for (int one : who) {
            address.append("&user=").append(id(one));
        }
        return address.toString();
    }

    private String id(int place) {
        return String.valueOf(hotel.users().get(place));
    }

    private EnrolledUser user(int place) {
        return users.findEver(hotel.kit().customer(), hotel.users().get(place)).orElseThrow();
    }

    private static String location(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(response.statusCode() + response.body()))
                .replaceFirst("^https?://[^/]+", "");
    }

    private static List<String> names(String page) {
        Matcher names = Pattern.compile("<td><a href=\"/console/people/[0-9]+\">([^<]*)<")
                .matcher(page);
        return names.results().map(name -> name.group(1)).toList();
    }

    private static List<String> figures(String page) {
        return Pattern.compile("class=\"stat\" id=\"\\w+\"><b>([0-9]+)<")
                .matcher(page)
                .results()
                .map(figure -> figure.group(1))
                .toList();
    }

    private HttpBrowser signedIn(Crowd.Full publisher) {
        HttpBrowser browser = new HttpBrowser(port).header("Accept-Language", "en");
        browser.signIn(publisher.operatorEmail(), Publisher.PASSWORD);
        browser.get("/me?lang=en");
        return browser;
    }
}
