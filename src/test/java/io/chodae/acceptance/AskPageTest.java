package io.chodae.acceptance;

import static io.chodae.acceptance.Invited.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.KitTest;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.identity.Operators;
import io.chodae.identity.Role;
import io.chodae.invitation.InvitationId;
import io.chodae.invitation.LinkRequests;
import io.chodae.shared.AccountId;
import io.chodae.testing.HttpBrowser;
import io.chodae.testing.RewoundClock;
import io.chodae.testing.TestClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A link that is over is no dead end. */
@KitTest
@ExtendWith(RewoundClock.class)
@Import(Invited.class)
class AskPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Kits kits;

    @Autowired
    private Invited invited;

    @Autowired
    private LinkRequests requests;

    @Autowired
    private Operators operators;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Publisher publisher;
    private InvitationId id;
    private final String address = Kits.address();

    @BeforeEach
    void invite() {
        publisher = kits.full();
        AccountId operator = Objects.requireNonNull(publisher.actor().account());
        operators.grant(publisher.customer(), operator, Role.OPERATOR);
        id = kits.invite(publisher, kits.offer(publisher), address);
    }

    @Test
    void aVisitorMayAskWithoutLearningWhatTheLinkWas() {
        String path = invited.path(id);
        clock.advance(Duration.ofHours(73));
        HttpBrowser visitor = new HttpBrowser(port);
        HttpResponse<String> over = visitor.get(path);
        assertThat(over.statusCode()).isEqualTo(404);
        assertThat(over.body()).contains(path + "/ask").doesNotContain("한빛", address);

        HttpResponse<String> asked = visitor.post(path + "/ask");
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).doesNotContain("한빛", address);
        assertThat(requests.count(publisher.customer())).isEqualTo(1);
        assertThat(told()).as("mails to the operator").isEqualTo(1);

        String unknown = "/i/" + "x".repeat(32) + "/ask";
        assertThat(withoutTokens(visitor.post(unknown).body())).isEqualTo(withoutTokens(asked.body()));
    }

    @Test
    void thePersonThemselfIsToldWhatBecameOfItAndMayAskToo() {
        invited.member(address, true);
        String path = invited.path(id);
        clock.advance(Duration.ofHours(73));
        HttpResponse<String> over = signedIn(port, address).get(path);
        assertThat(over.statusCode()).isEqualTo(410);
        assertThat(over.body()).contains(path + "/ask", "한빛");
    }

    @Test
    void operatorsGetOneMailAnHourHoweverManyAsk() {
        InvitationId second = kits.invite(publisher);
        InvitationId third = kits.invite(publisher);
        clock.advance(Duration.ofHours(73));
        HttpBrowser visitor = new HttpBrowser(port);
        visitor.get(invited.path(id));
        visitor.post(invited.path(id) + "/ask");
        visitor.post(invited.path(second) + "/ask");
        assertThat(told()).isEqualTo(1);
        clock.advance(Duration.ofHours(1));
        visitor.post(invited.path(third) + "/ask");
        assertThat(told()).isEqualTo(2);
    }

    @Test
    void onlyAPressAsks() {
        clock.advance(Duration.ofHours(73));
        HttpBrowser visitor = new HttpBrowser(port);
        assertThat(visitor.get(invited.path(id) + "/ask").statusCode()).isEqualTo(405);
        visitor.head(invited.path(id) + "/ask");
        assertThat(visitor.postPlain(invited.path(id) + "/ask").statusCode()).isEqualTo(403);
        assertThat(requests.count(publisher.customer())).isZero();
    }

    private static String withoutTokens(String page) {
        return page.replaceAll("/i/[A-Za-z0-9_-]{32}", "/i/").replaceAll("(value|content)=\"[^\"]*\"", "");
    }

    private int told() {
        return jdbc.sql("select count(*) from mail where batch_id = :customer and kind = 'link-asked'")
                .param("customer", publisher.customer().value())
                .query(Integer.class)
                .single();
    }
}
