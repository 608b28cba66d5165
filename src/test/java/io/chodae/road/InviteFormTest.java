package io.chodae.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.identity.Operators;
import io.chodae.identity.Role;
import io.chodae.road.Publisher.Ready;
import io.chodae.shared.CustomerId;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.HttpBrowser;
import io.chodae.testing.TestMailbox;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** The invite form by whole pages, as a browser without scripts gets it. */
@ChodaeTest
@Import(Publisher.class)
class InviteFormTest {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Pattern HIDDEN = Pattern.compile(
            "<input type=\"hidden\"[^>]*name=\"(version|base|typedBase|page|open)\"[^>]*value=\"([^\"]*)\"");

    @Autowired
    private Publisher publishers;

    @Autowired
    private Operators operators;

    @Autowired
    private TestMailbox mailbox;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Ready hotel = new Ready(new CustomerId(1), "");
    private HttpBrowser me = new HttpBrowser(0);
    private HttpBrowser colleague = new HttpBrowser(0);
    private String colleagueEmail = "";
    private String draft = "";

    @BeforeEach
    void openADraft() {
        hotel = publishers.ready();
        colleagueEmail = "colleague" + COUNT.incrementAndGet() + "@road.example";
        operators.grant(hotel.customer(), publishers.account(colleagueEmail, "동료"), Role.OPERATOR);
        me = signedIn(hotel.operatorEmail());
        colleague = signedIn(colleagueEmail);
        draft = location(me.post("/console/invite"));
    }

    @Test
    void whoComesSecondSeesBothValuesAndWhatHeTypedAndChooses() {
        Form mine = new Form(me);
        Form theirs = new Form(colleague);
        theirs.with("inviterName", "총지배인").with("contactPhone", "02-9").post("");

        HttpResponse<String> answer =
                mine.with("inviterName", "프런트 데스크").with("reason", "같이 써요").post("");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("id=\"conflict\"", "프런트 데스크", "총지배인", colleagueEmail)
                .contains("name=\"inviterName\" value=\"프런트 데스크\"")
                .contains("name=\"contactPhone\" value=\"02-9\"")
                .contains(">같이 써요</textarea>")
                .contains("name=\"choice.inviterName\"")
                .doesNotContain("name=\"choice.reason\"");
        assertThat(page()).contains("value=\"총지배인\"").contains(">같이 써요</textarea>");

        Form asked = new Form(me, answer.body())
                .with("inviterName", "프런트 데스크")
                .with("contactPhone", "02-9")
                .with("reason", "같이 써요");
        assertThat(asked.post("").statusCode()).as("nothing chosen yet").isEqualTo(200);
        assertThat(asked.with("choice.inviterName", "MINE").post("").statusCode())
                .isEqualTo(302);
        assertThat(page()).contains("value=\"프런트 데스크\"", "value=\"02-9\"");
    }

    @Test
    void aLostRaceOnThePreviewOrTheSendingLosesNothingEither() {
        for (String action : new String[] {"/preview", "/send", "/schedule", "/test-mail"}) {
            Form mine = new Form(me);
            new Form(colleague).with("inviterName", "총지배인" + action).post("");

            HttpResponse<String> answer =
                    mine.with("inviterName", "프런트" + action).post(action);

            assertThat(answer.statusCode()).as(action).isEqualTo(200);
            assertThat(answer.body()).contains("name=\"inviterName\" value=\"프런트" + action + "\"", "총지배인" + action);
        }
        assertThat(jdbc.sql("select count(*) from campaign where customer_id = :customer")
                        .param("customer", hotel.customer().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void typedRowsOfBothCanBeKept() {
        Form mine = new Form(me);
        new Form(colleague).row("김하나", "one@road.example").post("");

        HttpResponse<String> answer = mine.row("이은지", "two@road.example").post("");
        assertThat(answer.body()).contains("one@road.example", "value=\"two@road.example\"");
        new Form(me, answer.body())
                .row("이은지", "two@road.example")
                .with("choice.typed", "BOTH")
                .post("");

        assertThat(page()).contains("value=\"one@road.example\"", "value=\"two@road.example\"");
    }

    @Test
    void eachIsToldOfTheOther() {
        colleague.post(draft + "/presence");
        assertThat(page()).contains(colleagueEmail + " is also on this draft.");
        new Form(colleague).with("inviterName", "총지배인").post("");
        assertThat(page()).contains(colleagueEmail + " is also editing; last change just now.");
        assertThat(me.get("/console/invite").body()).contains(colleagueEmail);
    }

    @Test
    void anUnknownFieldIsNamedWithTheKnownOnes() {
        new Form(me).with("reason", "{{nmae}} 님").post("");
        assertThat(HtmlUtils.htmlUnescape(page()))
                .contains("\"{{nmae}}\" is not a field; you can use {{name}}, {{group}}, {{service}}, {{expires}}.");
    }

    @Test
    void anyPersonIsShownInEveryWayByAddressesAlone() {
        previewed("one@road.example", "two@road.example", "three@road.example");

        String found = me.get(draft + "?find=two@").body();
        assertThat(found).contains("2 of 3, row 2", "person=1", "person=3", "/mail?person=2");
        assertThat(me.get(draft + "?find=9").body()).contains("matches &quot;9&quot;");
        String second = me.get(draft + "?person=2&mail=ko&part=text&view=phone").body();
        assertThat(second).contains("class=\"mail-frame phone \"", "part=text", "mail=ko");
        String mail = draft + "/mail?person=2";
        assertThat(me.get(mail + "&mail=ko").body()).contains("안녕하세요").contains("@media not all");
        assertThat(me.get(mail + "&mail=en&scheme=dark").body())
                .contains("Hello")
                .contains("@media all");
        HttpResponse<String> text = me.get(mail + "&mail=en&part=text");
        assertThat(text.body()).contains("This invitation was sent to two@road.example");
        assertThat(text.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(text.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("sandbox"));
    }

    @Test
    void aTestMailGoesToMyselfWhateverTheRequestSays() {
        previewed("one@road.example");

        HttpResponse<String> answer = new Form(me)
                .with("to", "victim@road.example")
                .with("email", "victim@road.example")
                .post("/test-mail?person=1&mail=en");

        assertThat(me.get(location(answer)).body()).contains("A test mail is on its way to " + hotel.operatorEmail());
        assertThat(mailbox.await(hotel.operatorEmail()).subject()).startsWith("[Test] ");
        assertThat(mailbox.to("victim@road.example")).isEmpty();
    }

    @Test
    void isScheduledMovedAndTakenBackByForms() {
        previewed("one@road.example");
        String past = location(new Form(me).with("at", "2026-01-15T17:59").post("/schedule"));
        assertThat(me.get(past).body()).contains("has passed: it is", "value=\"2026-01-15T17:59\"");
        assertThat(me.get(location(new Form(me).with("at", "soon").post("/schedule")))
                        .body())
                .contains("Enter a date and a time");

        String waits = location(new Form(me).with("at", "2036-01-15T09:00").post("/schedule"));
        assertThat(me.get(waits).body()).contains("more than a year");
        waits = location(new Form(me).with("at", "2026-01-20T09:00").post("/schedule"));
        assertThat(waits).endsWith("/scheduled");
        assertThat(me.get(waits).body()).contains("20 Jan 2026, 09:00 (Korea time)", "value=\"2026-01-20T09:00\"");
        assertThat(me.get("/console/invite").body()).contains("20 Jan 2026, 09:00 (Korea time)");
        assertThat(location(me.get(draft))).contains("/console/campaigns/");
        assertThat(location(me.get(location(me.get(draft))))).isEqualTo(waits);

        me.post(waits, "at", "2026-01-21T10:30");
        assertThat(me.get(waits).body()).contains("21 Jan 2026, 10:30 (Korea time)");
        assertThat(location(me.post(draft + "/unschedule"))).isEqualTo(draft);
        assertThat(page()).contains("The draft is open again");
        assertThat(location(me.get(waits))).isEqualTo(draft);
    }

    @Test
    void isDeletedOnlyAfterAPageSaidWhatGoes() {
        new Form(me).row("김하나", "one@road.example").post("");
        String confirm = me.get(draft + "/delete").body();
        assertThat(confirm).contains("the list with 1 person");
        String version = new Form(me, confirm).value("version");
        new Form(colleague).with("inviterName", "총지배인").post("");

        assertThat(me.get(location(me.post(draft + "/delete", "version", version)))
                        .body())
                .contains("changed a moment ago");
        String again = new Form(me, me.get(draft + "/delete").body()).value("version");
        assertThat(location(me.post(draft + "/delete", "version", again))).isEqualTo("/console/invite");
        assertThat(me.get(draft).statusCode()).isEqualTo(404);
    }

    @Test
    void anotherPublishersOperatorFindsNothing() {
        HttpBrowser stranger = signedIn(publishers.ready().operatorEmail());
        for (String path : new String[] {"", "/delete", "/scheduled", "/mail"}) {
            assertThat(stranger.get(draft + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(stranger.post(draft + "/test-mail", "base", "{}").statusCode())
                .isEqualTo(404);
        assertThat(stranger.post(draft + "/schedule", "version", "1", "at", "2026-01-20T09:00")
                        .statusCode())
                .isEqualTo(404);
    }

    private void previewed(String... emails) {
        Form form = new Form(me)
                .with("inviterName", "한지민")
                .with("contactEmail", "help@road.example")
                .with("contactPhone", "02-123-4567")
                .with("playIds", playId());
        for (String email : emails) {
            form.row("김하나", email);
        }
        assertThat(location(form.post("/preview"))).isEqualTo(draft);
    }

    private String playId() {
        return jdbc.sql("select play_id from private_play where customer_id = :customer")
                .param("customer", hotel.customer().value())
                .query((rs, row) -> rs.getString(1))
                .single();
    }

    private String page() {
        return me.get(draft).body();
    }

    private HttpBrowser signedIn(String email) {
        HttpBrowser browser = new HttpBrowser(port);
        browser.setCookie("lang", "en");
        browser.signIn(email, Publisher.PASSWORD);
        return browser;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(at -> at.replaceFirst("^https?://[^/]+", "").replaceFirst("#.*", ""))
                .orElseThrow(() -> new AssertionError(answer.statusCode() + "\n" + answer.body()));
    }

    /** The form as it stands in a page: what it was loaded with goes back with what is typed. */
    private final class Form {

        private final HttpBrowser browser;
        private final Map<String, String> fields = new LinkedHashMap<>();
        private final List<String> pairs = new ArrayList<>();

        Form(HttpBrowser browser) {
            this(browser, browser.get(draft).body());
            if (fields.containsKey("base")) {
                keep(browser.get(draft).body());
            }
        }

        Form(HttpBrowser browser, String page) {
            this.browser = browser;
            Matcher hidden = HIDDEN.matcher(page);
            while (hidden.find()) {
                fields.put(hidden.group(1), HtmlUtils.htmlUnescape(hidden.group(2)));
            }
            fields.putIfAbsent("target", "UNCLASSIFIED");
            fields.putIfAbsent("language", "en");
        }

        /** What the fields show already. */
        private void keep(String page) {
            for (String name : new String[] {"inviterName", "contactEmail", "contactPhone"}) {
                Matcher value = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"")
                        .matcher(page);
                if (value.find()) {
                    fields.put(name, HtmlUtils.htmlUnescape(value.group(1)));
                }
            }
            Matcher reason =
                    Pattern.compile("name=\"reason\"[^>]*>([^<]*)</textarea>").matcher(page);
            if (reason.find()) {
                fields.put("reason", HtmlUtils.htmlUnescape(reason.group(1)));
            }
            Matcher play = Pattern.compile("name=\"playIds\" value=\"([0-9]+)\" checked")
                    .matcher(page);
            if (play.find()) {
                fields.put("playIds", play.group(1));
            }
            Matcher row = Pattern.compile(
                            "name=\"typed.name\" value=\"([^\"]+)\".*?name=\"typed.email\" type=\"email\" value=\"([^\"]+)\"",
                            Pattern.DOTALL)
                    .matcher(page);
            while (row.find()) {
                row(row.group(1), row.group(2));
            }
        }

        String value(String name) {
            return Objects.requireNonNull(fields.get(name));
        }

        Form with(String name, String value) {
            fields.put(name, value);
            return this;
        }

        Form row(String name, String email) {
            String[] row = {
                "typed.slot",
                "s" + pairs.size(),
                "typed.name",
                name,
                "typed.email",
                email,
                "typed.phone",
                "",
                "typed.extraInfo",
                ""
            };
            pairs.addAll(List.of(row));
            return this;
        }

        HttpResponse<String> post(String action) {
            List<String> all = new ArrayList<>();
            fields.forEach((name, value) -> all.addAll(List.of(name, value)));
            all.addAll(pairs);
            return browser.post(draft + action, all.toArray(String[]::new));
        }
    }
}
