package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.capture.Captures;
import io.chodae.capture.Captures.Organisation;
import io.chodae.capture.CustomerTransferRules;
import io.chodae.capture.TransferRules;
import io.chodae.capture.TransferRules.Follows;
import io.chodae.console.Hotels.Hotel;
import io.chodae.directory.EvictionExceptions;
import io.chodae.shared.EmailAddress;
import io.chodae.testing.HttpBrowser;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rules of transfer requests, taking addresses back by hand, and the report about domains. */
@ConsoleTest
class TransferRulesPageTest {

    private static final String RULES = "/console/accounts/rules";
    private static final String EVICT = "/console/accounts/conflicts/evict";

    @LocalServerPort
    private int port;

    @Autowired
    private Hotels hotels;

    @Autowired
    private Captures captures;

    @Autowired
    private CustomerTransferRules rules;

    @Autowired
    private EvictionExceptions exceptions;

    @Autowired
    private JdbcClient jdbc;

    private Organisation organisation;
    private HttpBrowser owner;
    private HttpBrowser operator;

    @BeforeEach
    void open() {
        Hotel hotel = hotels.open();
        owner = new Browsers(port, hotel).of(Caller.OWNER);
        operator = new Browsers(port, hotel).of(Caller.OPERATOR);
        String domain = captures.freshDomain();
        captures.verify(hotel.customer(), domain);
        organisation = new Organisation(hotel.customer(), domain, hotel.owner());
    }

    @Test
    void nothingFollowsByDefault() {
        assertThat(owner.get(RULES + "?lang=en").body())
                .contains("Without rules nothing does")
                .containsPattern("value=\"NOTHING\"[^>]*checked")
                .doesNotContainPattern("value=\"EVICT\"[^>]*checked");
        assertThat(rules.of(organisation.customer())).isEqualTo(TransferRules.NONE);
    }

    @Test
    void evictionNeedsATickAndKeepsWhatWasTyped() {
        HttpResponse<String> asked = owner.post(
                RULES + "?lang=en", "reminders", "5, 10", "deadline", "30", "follows", "EVICT", "notice", "7");
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("Tick that you understand", "value=\"5, 10\"", "value=\"30\"");
        assertThat(rules.of(organisation.customer())).isEqualTo(TransferRules.NONE);
        HttpResponse<String> saved = owner.post(
                RULES, "reminders", "5, 10", "deadline", "30", "follows", "EVICT", "notice", "7", "ticked", "true");
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(rules.of(organisation.customer()))
                .isEqualTo(new TransferRules(List.of(5, 10), 30, Follows.EVICT, 7, false));
        assertThat(jdbc.sql("""
                        select details ->> 'follows' from audit_event
                        where customer_id = :customer and action = 'customer.transfer_rules_changed'
                        """)
                        .param("customer", organisation.customer().value())
                        .query(String.class)
                        .single())
                .isEqualTo("EVICT");
        assertThat(owner.get("/console/settings/audit?lang=en").body()).contains("Changed what follows unanswered");
    }

    @Test
    void everyFaultIsNamedAtItsField() {
        HttpResponse<String> refused = owner.post(
                RULES + "?lang=en", "reminders", "7, 3", "deadline", "many", "follows", "NOTHING", "notice", "15");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("each later than the one before", "from 1 to 90, or leave it empty", "from 1 to 14.");
        assertThat(owner.post(RULES + "?lang=en", "deadline", "5", "follows", "EVICT", "notice", "7", "ticked", "true")
                        .body())
                .contains("must be longer than the time");
        assertThat(owner.post(RULES + "?lang=en", "deadline", "", "follows", "EVICT", "notice", "7", "ticked", "true")
                        .body())
                .contains("without one no address can be taken back");
        assertThat(owner.post(RULES + "?lang=en", "reminders", "9", "deadline", "9", "notice", "7")
                        .body())
                .contains("must come before the deadline");
    }

    @Test
    void thePageSaysHowManyWouldBeHitAndShowsTheMails() {
        captures.person(organisation.at("a"));
        captures.person(organisation.at("b"));
        captures.send(organisation, organisation.at("a"));
        captures.send(organisation, organisation.at("b"));
        exceptions.add(organisation.customer(), List.of(organisation.at("b")), "", organisation.actor());
        assertThat(owner.get(RULES + "?lang=en").body())
                .contains("1 person would lose an address", "The address is on your list.: 1", "Last notice:");
        assertThat(owner.get(RULES + "/template-notice?mail=en").body())
                .contains("will take the address", "/t/preview");
        assertThat(owner.get(RULES + "/template-reminder?mail=ko").body()).contains("아직 답하지 않으셔서");
        assertThat(operator.get(RULES + "?lang=en").body()).contains("Owners can change these rules");
    }

    @Test
    void theListShowsTheDeadlineOfAPerson() {
        owner.post(RULES, "deadline", "30", "follows", "EVICT", "notice", "7", "ticked", "true");
        captures.person(organisation.at("a"));
        captures.send(organisation, organisation.at("a"));
        assertThat(owner.get("/console/accounts?lang=en").body()).contains("Address taken back after");
    }

    @Test
    void oneAddressIsTakenBackAfterAPageThatNamesItAndATick() {
        EmailAddress hit = organisation.at("hit");
        captures.person(hit);
        String asked = owner.post(EVICT + "/ask?lang=en", "email", hit.value()).body();
        assertThat(asked).contains("Take 1 address back?", hit.value(), "get a mail that asks for another one");
        HttpResponse<String> untold = owner.post(EVICT + "?lang=en", "email", hit.value());
        assertThat(untold.statusCode()).isEqualTo(422);
        assertThat(untold.body()).contains("Tick that you understand");
        assertThat(evicted(hit)).isFalse();
        assertThat(owner.post(EVICT, "email", hit.value(), "agreed", "true").statusCode())
                .isEqualTo(302);
        assertThat(evicted(hit)).isTrue();
        assertThat(owner.get("/console/accounts/conflicts/dry-run?lang=en").body())
                .contains(hit.value() + " is taken back");
    }

    @Test
    void whoIsExemptIsNamedWithTheReasonAndKeepsTheAddress() {
        EmailAddress hit = organisation.at("hit");
        EmailAddress kept = organisation.at("kept");
        captures.person(hit);
        captures.person(kept);
        exceptions.add(organisation.customer(), List.of(kept), "", organisation.actor());
        assertThat(owner.post(EVICT + "/ask?lang=en", "email", hit.value(), "email", kept.value())
                        .body())
                .containsSubsequence(
                        "Loses the address (1)", hit.value(), "Stays as it is (1)", kept.value(), "on your list");
        HttpResponse<String> job = owner.post(EVICT, "email", hit.value(), "email", kept.value(), "agreed", "true");
        assertThat(job.headers().firstValue("Location").orElse("")).contains("/console/accounts/jobs/");
        assertThat(owner.post(EVICT, "email", kept.value(), "agreed", "true").statusCode())
                .isEqualTo(302);
        assertThat(owner.get("/console/accounts/conflicts/dry-run?lang=en").body())
                .contains("stays as it is");
        assertThat(evicted(kept)).isFalse();
    }

    @Test
    void operatorsNeitherSeeTheButtonNorGetAround() {
        EmailAddress hit = organisation.at("hit");
        captures.person(hit);
        assertThat(owner.get("/console/accounts/conflicts/dry-run").body()).contains(EVICT + "/ask");
        assertThat(operator.get("/console/accounts/conflicts/dry-run").body()).doesNotContain(EVICT);
        assertThat(operator.post("/console/accounts/one", "act", "EVICT", "email", hit.value())
                        .statusCode())
                .isEqualTo(404);
        assertThat(operator.post("/console/accounts/act", "act", "EVICT", "email", hit.value())
                        .statusCode())
                .isEqualTo(404);
        assertThat(operator.post("/console/accounts/ask", "act", "EVICT", "email", hit.value())
                        .statusCode())
                .isEqualTo(404);
        assertThat(evicted(hit)).isFalse();
    }

    @Test
    void theReportCountsAndTheFileNamesEverybody() {
        captures.person(organisation.at("=cmd"));
        captures.person(organisation.at("b"));
        captures.send(organisation, organisation.at("b"));
        exceptions.add(organisation.customer(), List.of(organisation.at("b")), "", organisation.actor());
        String page = owner.get("/console/domains/report?lang=en").body();
        assertThat(page).contains("<svg", organisation.domain(), "New accounts", "Korea time");
        String file = owner.get("/console/domains/report.csv?lang=en").body();
        assertThat(file.lines().map(line -> line.replace("\uFEFF", "")))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("'=cmd@" + organisation.domain() + ",민지,Not yet sent,0,")
                        .endsWith(",,Loses the address"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("b@" + organisation.domain() + ",민지,Sent,1,")
                        .endsWith("The address is on your list."));
        assertThat(jdbc.sql("""
                        select count(*) from audit_event
                        where customer_id = :customer and details ->> 'event' = 'DOWNLOAD_UNMANAGED_USERS_LIST'
                        """)
                        .param("customer", organisation.customer().value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private boolean evicted(EmailAddress email) {
        return jdbc.sql("select exists (select from account where evicted_from_key = :key)")
                .param("key", email.key())
                .query(Boolean.class)
                .single();
    }
}
