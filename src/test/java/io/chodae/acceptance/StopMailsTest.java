package io.chodae.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.KitTest;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationId;
import io.chodae.invitation.InvitationState;
import io.chodae.shared.Secrets;
import io.chodae.suppression.OptOuts;
import io.chodae.suppression.SuppressionReason;
import io.chodae.suppression.Suppressions;
import io.chodae.testing.HttpBrowser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a reader stops a publisher's mails, and what stands in the way of everybody else. */
@KitTest
class StopMailsTest {

    private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

    @LocalServerPort
    private int port;

    @Autowired
    private Kits kits;

    @Autowired
    private Secrets secrets;

    @Autowired
    private Suppressions suppressions;

    @Autowired
    private JdbcClient jdbc;

    private final String address = Kits.address();
    private Publisher publisher;
    private InvitationId id;
    private String path;

    @BeforeEach
    void invite() {
        publisher = kits.full();
        id = kits.invite(publisher, kits.offer(publisher), address);
        path = path(id);
    }

    @Test
    void lookingAtItChangesNothing() {
        Invitation before = kits.now(id);
        long trail = trail();
        HttpBrowser scanner = new HttpBrowser(port);
        assertThat(scanner.head(path).statusCode()).isEqualTo(200);
        HttpResponse<String> page = scanner.get(path + "?lang=en");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Stop mails from", address, "method=\"post\"");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(scanner.get(path + "?List-Unsubscribe=One-Click").statusCode())
                .isEqualTo(200);
        assertThat(suppressed()).isEmpty();
        assertThat(kits.now(id)).isEqualTo(before);
        assertThat(trail()).isEqualTo(trail);
    }

    @Test
    void oneClickOnThePageStopsAllMailsOfThisPublisherAndOfNoOther() {
        Publisher other = kits.full();
        HttpBrowser reader = new HttpBrowser(port);
        reader.get(path);
        HttpResponse<String> answer = reader.post(path + "?lang=en");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("will not write to you again", address)
                .doesNotContain("id=\"stop\"");

        assertThat(suppressed()).isEqualTo(Map.of(address, SuppressionReason.OPTED_OUT));
        assertThat(suppressions.suppressedAmong(other.customer(), List.of(address)))
                .isEmpty();
        assertThat(reader.get(path + "?lang=ko").body()).contains("메일을 보내지 않아요").doesNotContain("id=\"stop\"");
    }

    @Test
    void anInvitationIsToldAndStaysWhatItIs() {
        Invitation before = kits.now(id);
        oneClick(path, "application/x-www-form-urlencoded", ONE_CLICK);
        assertThat(kits.now(id)).isEqualTo(before);
        assertThat(kits.now(id).state()).isEqualTo(InvitationState.INVITED);
        assertThat(kits.trail(publisher.customer(), "invitation", id.value())).endsWith("invitation.mails_stopped");
        assertThat(new HttpBrowser(port).get("/i/" + kits.link(id).reveal()).statusCode())
                .isEqualTo(200);

        // again, and nothing more is written
        long trail = trail();
        assertThat(oneClick(path, "application/x-www-form-urlencoded", ONE_CLICK)
                        .statusCode())
                .isEqualTo(200);
        assertThat(trail()).isEqualTo(trail);
    }

    @Test
    void aMailProgramNeedsNeitherAPageNorACookie() {
        assertThat(oneClick(path, "application/x-www-form-urlencoded", ONE_CLICK)
                        .statusCode())
                .isEqualTo(200);
        assertThat(suppressed()).isNotEmpty();
    }

    @Test
    void aMailProgramMayPostItAsAMultipartForm() {
        String body = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
        assertThat(oneClick(path, "multipart/form-data; boundary=x", body).statusCode())
                .isEqualTo(200);
        assertThat(suppressed()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "List-Unsubscribe=", "List-Unsubscribe=one-click", "x=One-Click"})
    void withoutTheWordsOfTheStandardTheFormsTokenIsNeeded(String body) {
        assertThat(oneClick(path, "application/x-www-form-urlencoded", body).statusCode())
                .isEqualTo(403);
        assertThat(suppressed()).isEmpty();
    }

    @Test
    void theWordsOpenNothingElse() {
        String invitation = "/i/" + kits.link(id).reveal();
        for (String other : List.of(invitation + "/decline", path + "/x", path + "/", "/sign-in", "/u/short")) {
            assertThat(oneClick(other, "application/x-www-form-urlencoded", ONE_CLICK)
                            .statusCode())
                    .as(other)
                    .isIn(302, 400, 403, 404);
        }
        assertThat(suppressed()).isEmpty();
        assertThat(kits.now(id).state()).isEqualTo(InvitationState.INVITED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "short"})
    void aTokenThatNobodyMadeSaysNothing(String token) {
        HttpBrowser stranger = new HttpBrowser(port);
        assertThat(stranger.get("/u/" + token).statusCode()).isEqualTo(404);
        assertThat(stranger.post("/u/" + token).statusCode()).isEqualTo(404);
        // nor does the link of an invitation, or one with a letter changed
        assertThat(stranger.get("/u/" + kits.link(id).reveal()).statusCode()).isEqualTo(404);
        String changed = path.substring(0, path.length() - 1) + (path.endsWith("A") ? "B" : "A");
        assertThat(stranger.post(changed).statusCode()).isEqualTo(404);
        assertThat(suppressed()).isEmpty();
    }

    @Test
    void whoChangesTheirMindIsWrittenToAgain() {
        HttpBrowser reader = new HttpBrowser(port);
        reader.get(path);
        assertThat(reader.post(path).body()).contains(path + "/again");
        assertThat(reader.postPlain(path + "/again").statusCode()).isEqualTo(403);
        assertThat(oneClick(path + "/again", "application/x-www-form-urlencoded", ONE_CLICK)
                        .statusCode())
                .isEqualTo(403);
        assertThat(suppressed()).isNotEmpty();

        assertThat(reader.post(path + "/again").statusCode()).isEqualTo(302);
        assertThat(suppressed()).isEmpty();
        assertThat(reader.get(path).body()).contains("id=\"stop\"");
        assertThat(reader.post("/u/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/again").statusCode())
                .isEqualTo(404);
    }

    @Test
    void takingBackAWishLiftsNoBounce() {
        jdbc.sql("""
                        insert into suppression (customer_id, email_key, email, reason, at)
                        values (:customer, :email, :email, 'BOUNCED', now())""")
                .param("customer", publisher.customer().value())
                .param("email", address)
                .update();
        HttpBrowser reader = new HttpBrowser(port);
        reader.get(path);
        reader.post(path + "/again");
        assertThat(suppressed()).isEqualTo(Map.of(address, SuppressionReason.BOUNCED));
    }

    @Test
    void aSampleSaysThatItIsOne() {
        assertThat(new HttpBrowser(port).get("/u/preview").statusCode()).isEqualTo(200);
    }

    private String path(InvitationId invitation) {
        long mail = jdbc.sql("select mail_id from mail where customer_id = :customer and subject_id = :subject")
                .param("customer", invitation.customer().value())
                .param("subject", invitation.value())
                .query(Long.class)
                .single();
        return "/u/" + OptOuts.token(secrets, invitation.customer(), mail).reveal();
    }

    private Map<String, SuppressionReason> suppressed() {
        return suppressions.suppressedAmong(publisher.customer(), List.of(address));
    }

    private long trail() {
        return jdbc.sql("select count(*) from audit_event where customer_id = :customer")
                .param("customer", publisher.customer().value())
                .query(Long.class)
                .single();
    }

    /** As a mail program posts it: alone. */
    private HttpResponse<String> oneClick(String to, String type, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + to))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
