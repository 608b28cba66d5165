package io.chodae.cloudidentity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.cloudidentity.Wires.Wired;
import io.chodae.wire.WireClient;
import io.chodae.wire.WireClient.Got;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The five methods over HTTP, byte for byte where clients look at bytes. */
@WireTest
class MethodsTest {

    @Autowired
    private Wires wires;

    @Autowired
    private JdbcClient jdbc;

    private Wired hotel;
    private WireClient client;

    @BeforeEach
    void organisation() {
        hotel = wires.organisation();
        client = hotel.client();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v1beta1"})
    void saysExplicitlyWhetherSomebodyCanBeInvited(String version) {
        wires.person(hotel, "jo+tag");
        String list = hotel.path("").replace("/v1/", "/" + version + "/");

        for (String encoded : List.of("jo+tag", "jo%2Btag", "jo%252Btag", "JO+Tag")) {
            String path = list + "/" + encoded + "@" + hotel.domain() + ":isInvitableUser";
            assertThat(client.get(path).response().body()).as(encoded).isEqualTo("{\n  \"isInvitableUser\": true\n}");
            assertThat(client.get(path + "?prettyPrint=false").response().body())
                    .isEqualTo("{\"isInvitableUser\":true}");
        }
        assertThat(client.get(list + "/nobody@" + hotel.domain() + ":isInvitableUser?prettyPrint=false")
                        .response()
                        .body())
                .isEqualTo("{\"isInvitableUser\":false}");
    }

    @Test
    void sendsCancelsAndSendsAgain() {
        wires.person(hotel, "ann");
        String ann = hotel.path("ann@" + hotel.domain());

        assertThat(client.get(ann + "?fields=state,mailsSentCount&prettyPrint=false")
                        .response()
                        .body())
                .isEqualTo("{\"mailsSentCount\":\"0\",\"state\":\"NOT_YET_SENT\"}");
        JsonNode sent = client.post(ann + ":send").json();
        assertThat(sent.path("done").asBoolean()).isTrue();
        JsonNode invitation = sent.path("response");
        assertThat(invitation.path("@type").stringValue())
                .isEqualTo("type.googleapis.com/google.apps.cloudidentity.userinvitations.v1.UserInvitation");
        assertThat(invitation.path("name").stringValue())
                .isEqualTo("customers/" + hotel.id() + "/userinvitations/ann@" + hotel.domain());
        assertThat(invitation.path("mailsSentCount").stringValue()).isEqualTo("1");
        assertThat(invitation.path("state").stringValue()).isEqualTo("INVITED");
        assertThat(invitation.path("updateTime").stringValue()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");

        assertThat(client.post(ann + ":send", "application/json", "{}")
                        .json()
                        .at("/response/mailsSentCount")
                        .stringValue())
                .isEqualTo("2");
        assertThat(client.post(ann + ":cancel").json().at("/response/state").stringValue())
                .isEqualTo("NOT_YET_SENT");
        assertThat(client.get(ann).json().path("mailsSentCount").stringValue()).isEqualTo("2");
        assertThat(client.post(ann + ":cancel").refusal())
                .startsWith("400 FAILED_PRECONDITION customers/" + hotel.id() + "/userinvitations/ann@")
                .endsWith("No invitation is out, so there is nothing to cancel.");
    }

    @Test
    void theTrailNamesThePersonAndTheProgram() {
        wires.person(hotel, "ann");
        client.post(hotel.path("ann@" + hotel.domain() + ":send"));
        assertThat(jdbc.sql("""
                        select actor_label from audit_event
                        where customer_id = :customer and action = 'user_invitation.sent'
                        """)
                        .param("customer", hotel.organisation().id().value())
                        .query(String.class)
                        .single())
                .startsWith(hotel.program().administrator() + " · ")
                .doesNotEndWith(" · ");
    }

    @Test
    void takesABodyAsEveryClientSendsIt() {
        wires.person(hotel, "ann");
        String send = hotel.path("ann@" + hotel.domain() + ":send");
        byte[] empty = "{}".getBytes(StandardCharsets.UTF_8);

        List<Got> answers = new ArrayList<>();
        answers.add(client.post(send));
        answers.add(client.post(send, "application/json; charset=UTF-8", " {}\n"));
        answers.add(client.postGzipped(send, "application/json; charset=UTF-8", empty));
        answers.add(client.send("POST", send, BodyPublishers.ofByteArray(empty), "X-Goog-Api-Client", "gl-java"));

        assertThat(answers).extracting(Got::code).containsOnly(200);
    }

    @Test
    void walksThroughTheListInEveryOrder() {
        for (int i = 0; i < 7; i++) {
            wires.person(hotel, "p" + i);
        }
        for (int i : new int[] {4, 1, 3}) {
            client.post(hotel.path("p%d@%s:send".formatted(i, hotel.domain())));
        }

        assertThat(walk("pageSize=3")).containsExactly("p0", "p1", "p2", "p3", "p4", "p5", "p6");
        assertThat(walk("pageSize=2&orderBy=email+desc")).containsExactly("p6", "p5", "p4", "p3", "p2", "p1", "p0");
        assertThat(walk("pageSize=2&filter=state%3D%3D'invited'")).containsExactly("p1", "p3", "p4");
        assertThat(walk("pageSize=2&filter=state!%3D'invited'&orderBy=updateTime%20desc"))
                .containsExactlyInAnyOrder("p0", "p2", "p5", "p6");
        assertThat(walk("filter=state%3D%3D'invited'%26%26state%3D%3D'declined'"))
                .isEmpty();
        assertThat(client.get(hotel.path("").replace(hotel.id(), "my_customer")
                                + "?fields=userInvitations(name,state),nextPageToken&pageSize=1&prettyPrint=false")
                        .response()
                        .body())
                .startsWith("{\"userInvitations\":[{\"name\":\"customers/" + hotel.id()
                        + "/userinvitations/p0@" + hotel.domain()
                        + "\",\"state\":\"NOT_YET_SENT\"}],\"nextPageToken\":\"");
    }

    @Test
    void goesOnWithTheSameListAlone() {
        Wired other = wires.organisation(3);
        wires.person(hotel, "ann");
        wires.person(hotel, "bob");
        String token = client.get(hotel.path("") + "?pageSize=1")
                .json()
                .path("nextPageToken")
                .stringValue();

        assertThat(client.get(hotel.path("") + "?pageSize=1&filter=state!%3Daccepted&pageToken=" + token)
                        .refusal())
                .startsWith("400 INVALID_ARGUMENT Invalid pageToken");
        assertThat(client.get(hotel.path("") + "?pageSize=1&orderBy=email+desc&pageToken=" + token)
                        .code())
                .isEqualTo(400);
        assertThat(other.client()
                        .get(other.path("") + "?pageSize=1&pageToken=" + token)
                        .code())
                .isEqualTo(400);
        assertThat(client.get(hotel.path("") + "?page_size=1&orderBy=email&filter=&pageToken=" + token)
                        .code())
                .isEqualTo(200);
    }

    @Test
    void clampsAPageToTwoHundred() {
        Wired large = wires.organisation(203);

        assertThat(large.client()
                        .get(large.path("") + "?pageSize=500")
                        .json()
                        .path("userInvitations")
                        .size())
                .isEqualTo(200);
        assertThat(large.client()
                        .get(large.path(""))
                        .json()
                        .path("userInvitations")
                        .size())
                .isEqualTo(100);
    }

    @Test
    void asksToWaitWhereEnoughWasSent() {
        wires.person(hotel, "ann");
        String send = hotel.path("ann@" + hotel.domain() + ":send");
        for (int i = 0; i < 5; i++) {
            assertThat(client.post(send).code()).isEqualTo(200);
        }

        Got refused = client.post(send);

        assertThat(refused.refusal()).startsWith("429 RESOURCE_EXHAUSTED Too many invitations");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 86_400);
        assertThat(refused.json().at("/error/details/0/retryDelay").stringValue())
                .isEqualTo(refused.header("Retry-After") + "s");
    }

    @Test
    void answersAReadThatCameAsAPost() {
        wires.person(hotel, "ann");

        Got got = client.post(
                hotel.path(""),
                "application/x-www-form-urlencoded",
                "filter=state%3D%3D%27invited%27&alt=json",
                "X-HTTP-Method-Override",
                "GET");

        assertThat(got.code()).isEqualTo(200);
        assertThat(got.json().path("userInvitations").size()).isZero();
    }

    @Test
    void setsNoCookieAndKeepsNothing() {
        Got got = client.get(hotel.path(""));

        assertThat(got.header("Set-Cookie")).isEmpty();
        assertThat(got.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
        assertThat(got.header("Cache-Control")).contains("no-store");
        assertThat(got.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private List<String> walk(String query) {
        List<String> names = new ArrayList<>();
        String token = "";
        do {
            JsonNode page = client.get(hotel.path("") + "?" + query + (token.isEmpty() ? "" : "&pageToken=" + token))
                    .json();
            page.path("userInvitations")
                    .forEach(one -> names.add(one.path("name")
                            .stringValue()
                            .replaceFirst(".*/", "")
                            .replaceFirst("@.*", "")));
            token = page.path("nextPageToken").asString();
        } while (!token.isEmpty());
        return names;
    }
}
