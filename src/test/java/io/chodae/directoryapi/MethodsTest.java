package io.chodae.directoryapi;

import static io.chodae.directoryapi.Directories.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.directoryapi.Directories.Hotel;
import io.chodae.identity.Role;
import io.chodae.provisioning.ConflictRule;
import io.chodae.shared.Language;
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
import tools.jackson.databind.JsonNode;

/** The methods over HTTP. */
@DirectoryApiTest
class MethodsTest {

    private static final String JSON = "application/json; charset=UTF-8";

    @Autowired
    private Directories directories;

    private Hotel hotel;
    private WireClient client;

    @BeforeEach
    void organisation() {
        hotel = directories.organisation();
        client = hotel.client();
    }

    @Test
    void createsAUserAndShowsThePasswordToNobody() {
        Got got = client.post(USERS, JSON, """
                {"primaryEmail":"Minji@%s","name":{"givenName":"민지","familyName":"김"},"password":"plum4tandem7river",
                 "externalIds":[{"value":"17","type":"organization"}],"languages":[{"languageCode":"en"}],
                 "phones":[{"value":"010"}],"isAdmin":true,"id":"1","etag":"\\"x\\"","kind":"admin#directory#user",
                 "orgUnitPath":"/","recoveryEmail":"minji@home.example"}""".formatted(hotel.domain()));

        assertThat(got.code()).as(got.response().body()).isEqualTo(200);
        JsonNode user = got.json();
        assertThat(user.path("kind").stringValue()).isEqualTo("admin#directory#user");
        assertThat(user.path("id").stringValue()).matches("[0-9]+").isNotEqualTo("1");
        assertThat(user.path("etag").stringValue())
                .isEqualTo(got.header("ETag"))
                .matches("\"[0-9]+-[0-9]+\"");
        assertThat(user.path("primaryEmail").stringValue()).isEqualTo("Minji@" + hotel.domain());
        assertThat(user.path("name"))
                .hasToString("{\"givenName\":\"민지\",\"familyName\":\"김\",\"fullName\":\"%s\"}"
                        .formatted(directories.user(hotel, "minji").displayName()));
        assertThat(user.path("emails"))
                .hasToString("[{\"address\":\"Minji@%s\",\"primary\":true}]".formatted(hotel.domain()));
        assertThat(user.path("externalIds")).hasToString("[{\"value\":\"17\",\"type\":\"organization\"}]");
        assertThat(user.path("languages")).hasToString("[{\"languageCode\":\"en\",\"preference\":\"preferred\"}]");
        assertThat(user.path("suspended").booleanValue()).isFalse();
        assertThat(user.path("isAdmin").booleanValue()).isFalse();
        assertThat(user.path("isDelegatedAdmin").booleanValue()).isFalse();
        assertThat(user.path("customerId").stringValue()).isEqualTo(hotel.id());
        assertThat(user.path("orgUnitPath").stringValue()).isEqualTo("/");
        assertThat(user.path("creationTime").stringValue()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]+\\.\\d{3}Z");
        assertThat(user.path("lastLoginTime").stringValue()).isEqualTo("1970-01-01T00:00:00.000Z");
        assertThat(got.response().body()).doesNotContain("password").doesNotContain("plum4tandem7river");
        assertThat(got.header("Set-Cookie")).isEmpty();
        assertThat(got.header("Cache-Control")).contains("no-store");
    }

    @Test
    void findsAUserByIdAndByAddress() {
        String id = hotel.insert("jo+tag", "Jo", "Kim");

        for (String key : List.of(id, "jo+tag@" + hotel.domain(), "JO%2Btag%40" + hotel.domain())) {
            assertThat(client.get(USERS + "/" + key + "?fields=id,name(fullName)&prettyPrint=false")
                            .json()
                            .path("id")
                            .stringValue())
                    .as(key)
                    .isEqualTo(id);
        }
        assertThat(client.get(hotel.path("jo+tag")
                                + "?projection=full&viewType=admin_view&fields=primaryEmail,phones/value"
                                + "&prettyPrint=false")
                        .response()
                        .body())
                .isEqualTo("{\"primaryEmail\":\"jo+tag@" + hotel.domain() + "\"}");
    }

    @Test
    void walksThroughTheListInEveryOrder() {
        hotel.insert("a", "Minji", "Kim");
        hotel.insert("b", "Ann", "Lee");
        hotel.insert("c", "Bo", "Ahn");
        hotel.insert("d", "Cho", "Park");
        client.send("PATCH", hotel.path("c"), BodyPublishers.ofString("{\"suspended\":true}"), "Content-Type", JSON);

        assertThat(walk("customer=my_customer&maxResults=2")).containsExactly("a", "b", "c", "d");
        assertThat(walk("customer=" + hotel.id() + "&orderBy=email&sortOrder=DESCENDING&maxResults=3"))
                .containsExactly("d", "c", "b", "a");
        assertThat(walk("domain=" + hotel.domain() + "&orderBy=givenName&maxResults=1"))
                .containsExactly("b", "c", "d", "a");
        assertThat(walk("customer=my_customer&orderBy=familyName&sortOrder=ascending&maxResults=1"))
                .containsExactly("c", "a", "b", "d");
        assertThat(walk("customer=my_customer&query=isSuspended%3Dtrue")).containsExactly("c");
        assertThat(walk("customer=my_customer&query=email:a*")).containsExactly("a");
        assertThat(walk("customer=my_customer&query=givenName:'ann'+familyName%3DLee"))
                .containsExactly("b");
        assertThat(walk("customer=my_customer&query=cho")).containsExactly("d");
        assertThat(client.get(USERS + "?customer=my_customer&showDeleted=true")
                        .json()
                        .propertyNames())
                .containsExactlyInAnyOrder("kind", "etag");
    }

    @Test
    void goesOnWithTheSameListAlone() {
        hotel.insert("a", "A", "Kim");
        hotel.insert("b", "B", "Kim");
        Hotel other = directories.organisation();
        String list = USERS + "?customer=my_customer&maxResults=1&pageToken="
                + client.get(USERS + "?customer=my_customer&maxResults=1")
                        .json()
                        .path("nextPageToken")
                        .stringValue();

        assertThat(client.get(list).code()).isEqualTo(200);
        for (String more : List.of("&query=email:a*", "&sortOrder=DESCENDING", "&orderBy=givenName")) {
            assertThat(client.get(list + more).refusal())
                    .as(more)
                    .startsWith("400 INVALID_ARGUMENT Invalid Input: page");
        }
        assertThat(client.get(list.replace("maxResults=1", "maxResults=2")).code())
                .isEqualTo(400);
        assertThat(other.client().get(list).code()).isEqualTo(400);
        assertThat(client.get(list + "x").code()).isEqualTo(400);
    }

    @Test
    void changesWhatIsMentionedByEveryWayOfSayingSo() {
        hotel.insert("ann", "Ann", "Kim");
        String ann = hotel.path("ann");

        assertThat(put(ann, "{\"name\":{\"givenName\":\"Anna\"}}").json().path("name"))
                .hasToString("{\"givenName\":\"Anna\",\"familyName\":\"Kim\",\"fullName\":\"%s\"}"
                        .formatted(directories.user(hotel, "ann").displayName()));
        assertThat(client.send("PATCH", ann, BodyPublishers.ofString("{\"suspended\":true}"), "Content-Type", JSON)
                        .json()
                        .path("suspensionReason")
                        .stringValue())
                .isEqualTo("ADMIN");
        Got overridden =
                client.post(ann, JSON, "{\"externalIds\":[{\"value\":\"7\"}]}", "X-HTTP-Method-Override", "PATCH");
        assertThat(overridden.json().at("/externalIds/0/value").stringValue()).isEqualTo("7");
        assertThat(put(
                                ann,
                                "{\"externalIds\":null,\"languages\":[{\"languageCode\":\"fr\"},{\"languageCode\":\"en-GB\"}]}")
                        .json()
                        .has("externalIds"))
                .isFalse();
        assertThat(directories.user(hotel, "ann").language()).isEqualTo(Language.EN);
        assertThat(put(ann, "{\"primaryEmail\":\"anna@" + hotel.domain() + "\"}")
                        .code())
                .isEqualTo(200);
        assertThat(client.get(ann).code()).isEqualTo(404);
        JsonNode whole = client.get(hotel.path("anna")).json();
        assertThat(put(hotel.path("anna"), whole.toString()).json()).isEqualTo(whole);
    }

    @Test
    void takesABodyAsEveryClientSendsIt() {
        byte[] body = hotel.user("ann", "Ann", "Kim").getBytes(StandardCharsets.UTF_8);

        assertThat(client.postGzipped(USERS, JSON, body).code()).isEqualTo(200);
        assertThat(directories.user(hotel, "ann").givenName()).isEqualTo("Ann");
    }

    @Test
    void changesNothingThatSomebodyElseChangedMeanwhile() {
        hotel.insert("ann", "Ann", "Kim");
        String ann = hotel.path("ann");
        String etag = client.get(ann).header("ETag");

        assertThat(put(ann, "{\"suspended\":true}", "If-Match", etag).code()).isEqualTo(200);
        Got late = put(ann, "{\"suspended\":false}", "If-Match", etag);
        assertThat(late.refusal()).startsWith("412 FAILED_PRECONDITION Precondition Failed");
        assertThat(late.json().at("/error/errors/0"))
                .hasToString("""
                        {"message":"%s","domain":"global","reason":"conditionNotMet","location":"If-Match",\
                        "locationType":"header"}""".formatted(late.json().at("/error/message").stringValue()));
        assertThat(client.send("DELETE", ann, BodyPublishers.noBody(), "If-Match", etag)
                        .code())
                .isEqualTo(412);
        assertThat(put(
                                ann,
                                "{\"suspended\":false}",
                                "If-Match",
                                "\"x\", " + client.get(ann).header("ETag"))
                        .code())
                .isEqualTo(200);
        assertThat(put(ann, "{\"suspended\":true}", "If-Match", "*").code()).isEqualTo(200);
    }

    @Test
    void endsAUserWithoutAWord() {
        String id = hotel.insert("ann", "Ann", "Kim");

        Got signedOut = client.post(USERS + "/" + id + "/signOut");
        Got deleted = client.send("DELETE", hotel.path("ann"), BodyPublishers.noBody());

        assertThat(signedOut.code()).isEqualTo(204);
        assertThat(deleted.code()).isEqualTo(204);
        assertThat(deleted.response().body()).isEmpty();
        assertThat(deleted.header("Content-Type")).isEmpty();
        assertThat(client.send("DELETE", hotel.path("ann"), BodyPublishers.noBody())
                        .code())
                .isEqualTo(404);
        assertThat(directories.trail(hotel)).contains("account.signed_out");
        assertThat(hotel.insert("ann", "Ann", "Kim")).isNotEqualTo(id);
    }

    @Test
    void saysWhoWorksInTheConsole() {
        hotel.insert("ann", "Ann", "Kim");
        hotel.insert("bo", "Bo", "Kim");
        directories.grant(hotel, "ann", Role.OWNER);
        directories.grant(hotel, "bo", Role.VIEWER);

        List<String> roles = new ArrayList<>();
        client.get(USERS + "?customer=my_customer")
                .json()
                .path("users")
                .forEach(user -> roles.add(user.path("isAdmin") + " " + user.path("isDelegatedAdmin")));
        assertThat(roles).containsExactly("true false", "false true");
        assertThat(client.get(hotel.path("ann")).json().path("isAdmin").booleanValue())
                .isTrue();
    }

    @Test
    void asksOrReplacesOrLeavesAloneWhoeverHasTheAddress() {
        directories.person(hotel, "ann");
        String user = hotel.user("ann", "Ann", "Kim");
        String resolving = USERS + "?resolveConflictAccount=true";

        directories.policy(hotel, ConflictRule.REPLACE);
        Got refused = client.post(USERS, JSON, user);
        assertThat(refused.code()).isEqualTo(409);
        assertThat(refused.json().at("/error/errors/0/reason").stringValue()).isEqualTo("duplicate");
        assertThat(client.post(USERS + "?resolveConflictAccount=false", JSON, user)
                        .code())
                .isEqualTo(409);

        directories.policy(hotel, ConflictRule.DO_NOT_CREATE);
        assertThat(client.post(resolving, JSON, user).refusal())
                .startsWith("409 ALREADY_EXISTS Entity already exists.");
        assertThat(directories.users(hotel)).isEmpty();

        directories.policy(hotel, ConflictRule.INVITE);
        Got invited = client.post(resolving, JSON, user);
        assertThat(invited.code()).as(invited.response().body()).isEqualTo(202);
        assertThat(invited.json().path("primaryEmail").stringValue()).isEqualTo("ann@" + hotel.domain());
        assertThat(invited.json().has("id")).isFalse();
        assertThat(client.get(hotel.path("ann")).code()).isEqualTo(404);

        directories.person(hotel, "bo");
        directories.policy(hotel, ConflictRule.REPLACE);
        Got replaced = client.post(resolving, JSON, hotel.user("bo", "Bo", "Kim"));
        assertThat(replaced.code()).as(replaced.response().body()).isEqualTo(200);
        assertThat(client.post(resolving, JSON, hotel.user("bo", "Bo", "Kim")).refusal())
                .isEqualTo("409 ALREADY_EXISTS Entity already exists. The user bo@%s has the id %s."
                        .formatted(hotel.domain(), replaced.json().path("id").stringValue()));
    }

    @Test
    void takesNoPasswordThatHasToBeChanged() {
        Got got = client.post(USERS, JSON, """
                {"primaryEmail":"ann@%s","name":{"givenName":"Ann"},"password":"plum4tandem7river",
                 "changePasswordAtNextLogin":true}""".formatted(hotel.domain()));

        assertThat(got.code()).isEqualTo(200);
        assertThat(directories.hasPassword(hotel, "ann")).isFalse();
        hotel.insert("bo", "Bo", "Kim");
        put(hotel.path("bo"), "{\"password\":\"plum4tandem7river\"}");
        assertThat(directories.hasPassword(hotel, "bo")).isTrue();
    }

    /** At its own address and at the one of all APIs. */
    @ParameterizedTest
    @ValueSource(strings = {DirectoryCalls.BATCH, "/batch"})
    void answersTheCallsOfABatchInTheirOrder(String path) {
        String batch = part("POST", USERS, hotel.user("ann", "Ann", "Kim"))
                + part("GET", hotel.path("ann") + "?fields=name/givenName&prettyPrint=false", "")
                + part("PATCH", hotel.path("ann"), "{\"suspended\":true}")
                + part("GET", USERS + "?customer=my_customer&fields=users/suspended&prettyPrint=false", "")
                + part("DELETE", hotel.path("ann"), "")
                + part("GET", hotel.path("ann"), "")
                + part("POST", DirectoryCalls.BATCH, "")
                + "--b--";

        Got got = client.post(path, "multipart/mixed; boundary=b", batch);

        List<String> lines = got.response().body().lines().toList();
        assertThat(lines.stream().filter(line -> line.startsWith("HTTP/1.1 ")))
                .containsExactly(
                        "HTTP/1.1 200 OK",
                        "HTTP/1.1 200 OK",
                        "HTTP/1.1 200 OK",
                        "HTTP/1.1 200 OK",
                        "HTTP/1.1 204 No Content",
                        "HTTP/1.1 404 Not Found",
                        "HTTP/1.1 400 Bad Request");
        assertThat(lines).contains("{\"name\":{\"givenName\":\"Ann\"}}", "{\"users\":[{\"suspended\":true}]}");
    }

    private static String part(String method, String path, String body) {
        return "--b\r\nContent-Type: application/http\r\n\r\n" + method + " " + path
                + " HTTP/1.1\r\nContent-Type: application/json\r\n\r\n" + body + "\r\n";
    }

    private Got put(String path, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", JSON));
        all.addAll(List.of(headers));
        return client.send("PUT", path, BodyPublishers.ofString(body), all.toArray(String[]::new));
    }

    private List<String> walk(String query) {
        List<String> names = new ArrayList<>();
        String token = "";
        do {
            Got got = client.get(USERS + "?" + query + (token.isEmpty() ? "" : "&pageToken=" + token));
            assertThat(got.code()).as(got.response().body()).isEqualTo(200);
            got.json()
                    .path("users")
                    .forEach(one ->
                            names.add(one.path("primaryEmail").stringValue().replaceFirst("@.*", "")));
            token = got.json().path("nextPageToken").asString("");
        } while (!token.isEmpty());
        return names;
    }
}
