package io.chodae.cloudidentity;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.chodae.cloudidentity.Wires.Wired;
import io.chodae.wire.WireClient.Got;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@WireTest
class BatchTest {

    @Autowired
    private Wires wires;

    @Test
    void sendsAThousandByAHandfulOfStatements() {
        Wired hotel = wires.organisation(1_000);
        String batch = IntStream.rangeClosed(1, 1_000)
                .mapToObj(i -> part("<a + " + i + ">", "POST", hotel.path(name(hotel, i) + ":send?prettyPrint=false")))
                .collect(Collectors.joining("", "", "--b--\r\n"));
        hotel.client().get(hotel.path(""));

        List<String> statements;
        ListAppender<ILoggingEvent> events = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Level before = logger.getLevel();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        events.start();
        logger.addAppender(events);
        Got got;
        try {
            got = hotel.client().post("/batch", "multipart/mixed; boundary=b", batch);
        } finally {
            logger.detachAppender(events);
            logger.setAdditive(true);
            logger.setLevel(before);
        }
        statements = events.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.startsWith("Executing"))
                .toList();

        assertThat(got.code()).isEqualTo(200);
        assertThat(lines(got, "HTTP/1.1 200 OK")).hasSize(1_000);
        assertThat(lines(got, "Content-ID: "))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 1_000)
                        .mapToObj(i -> "Content-ID: <response-a + " + i + ">")
                        .toList());
        assertThat(lines(got, "{\"done\":true"))
                .allMatch(line -> line.contains("\"mailsSentCount\":\"1\",\"state\":\"INVITED\""));
        assertThat(lines(got, "{\"done\":true").get(499)).contains("/" + name(hotel, 500) + "\"");
        assertThat(statements).as(() -> String.join("\n", statements)).hasSizeBetween(3, 30);
    }

    @Test
    void keepsTheOrderOfWhatItIsAskedAboutOneAddress() {
        Wired hotel = wires.organisation(2);
        String one = hotel.path(name(hotel, 1));

        Got got = batch(
                hotel,
                part("1", "GET", one + "?fields=state&prettyPrint=false"),
                part("2", "POST", one + ":send?fields=done"),
                part("3", "GET", one + "?fields=state,mailsSentCount&prettyPrint=false"),
                part("4", "POST", one + ":send?fields=done"),
                part("5", "POST", one + ":cancel?fields=done"),
                part("6", "GET", one + "?fields=state,mailsSentCount&prettyPrint=false"),
                part(
                        "7",
                        "GET",
                        hotel.path("?fields=userInvitations/state&prettyPrint=false&filter=state!%3DACCEPTED")
                                .replace("userinvitations/?", "userinvitations?")));

        assertThat(lines(got, "{\""))
                .containsExactly(
                        "{\"state\":\"NOT_YET_SENT\"}",
                        "{\"mailsSentCount\":\"1\",\"state\":\"INVITED\"}",
                        "{\"mailsSentCount\":\"2\",\"state\":\"NOT_YET_SENT\"}",
                        "{\"userInvitations\":[{\"state\":\"NOT_YET_SENT\"},{\"state\":\"NOT_YET_SENT\"}]}");
        assertThat(lines(got, "Content-ID: ")).first().isEqualTo("Content-ID: response-1");
    }

    @Test
    void answersEachPartForItself() {
        Wired hotel = wires.organisation(2);
        Wired other = wires.organisation(1);
        String one = hotel.path(name(hotel, 1));

        Got got = batch(
                hotel,
                part("1", "GET", one),
                part("2", "POST", "/batch"),
                part("3", "POST", "https://anywhere.example" + one + ":send"),
                "--b\nContent-Type: application/http\n\nPOST " + other.path(name(other, 1))
                        + ":send HTTP/1.1\nAuthorization: Bearer " + other.token() + "\n\n{}\n",
                "--b\nContent-Type: application/http\n\nGET " + one + " HTTP/1.1\nAuthorization: Bearer x\n\n",
                part("6", "DELETE", one),
                "--b\nContent-Type: text/plain\n\nhello\n",
                part("8", "GET", hotel.path("nobody@" + hotel.domain())));

        assertThat(got.header("Content-Type")).startsWith("multipart/mixed");
        assertThat(lines(got, "HTTP/1.1 "))
                .containsExactly(
                        "HTTP/1.1 200 OK",
                        "HTTP/1.1 400 Bad Request",
                        "HTTP/1.1 200 OK",
                        "HTTP/1.1 200 OK",
                        "HTTP/1.1 401 Unauthorized",
                        "HTTP/1.1 405 Method Not Allowed",
                        "HTTP/1.1 400 Bad Request",
                        "HTTP/1.1 404 Not Found");
    }

    @Test
    void readsManyAtOnce() {
        Wired hotel = wires.organisation(1_000);
        String batch = IntStream.rangeClosed(1, 1_000)
                .mapToObj(i -> part(
                        String.valueOf(i), "GET", hotel.path(name(hotel, i) + ":isInvitableUser?prettyPrint=false")))
                .collect(Collectors.joining("", "", "--b--"));

        Got got = hotel.client().post("/batch/cloudidentity/v1", "multipart/mixed; boundary=\"b\"", batch);

        assertThat(lines(got, "{\"isInvitableUser\":true}")).hasSize(1_000);
    }

    @Test
    void refusesABatchOfMoreThanAThousand() {
        Wired hotel = wires.organisation();

        Got got = hotel.client()
                .post(
                        "/batch",
                        "multipart/mixed; boundary=b",
                        part("1", "GET", hotel.path("")).repeat(1_001) + "--b--");

        assertThat(got.refusal()).startsWith("400 INVALID_ARGUMENT A batch has at most 1,000 calls");
    }

    private static Got batch(Wired hotel, String... parts) {
        return hotel.client().post("/batch", "multipart/mixed; boundary=\"b\"", String.join("", parts) + "--b--");
    }

    private static String part(String id, String method, String path) {
        return "--b\r\nContent-Type: application/http\r\nContent-ID: " + id + "\r\n\r\n" + method + " " + path
                + " HTTP/1.1\r\n\r\n\r\n";
    }

    private static List<String> lines(Got got, String start) {
        return got.response()
                .body()
                .lines()
                .filter(line -> line.startsWith(start))
                .toList();
    }

    private static String name(Wired hotel, int person) {
        return "p%07d@%s".formatted(person, hotel.domain());
    }
}
