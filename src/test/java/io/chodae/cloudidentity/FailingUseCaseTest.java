package io.chodae.cloudidentity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.cloudidentity.Wires.Wired;
import io.chodae.wire.WireClient.Got;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What goes wrong inside is said to nobody outside. */
@WireTest
class FailingUseCaseTest {

    private static final String ENVELOPE = """
            {
              "error": {
                "code": 500,
                "message": "The server failed at this call. Try again later.",
                "status": "INTERNAL"
              }
            }""";

    @Autowired
    private Wires wires;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void answersWithoutAWordOfIt() {
        Wired hotel = wires.organisation();
        wires.person(hotel, "ann");
        String ann = hotel.path("ann@" + hotel.domain());
        jdbc.execute("alter table user_invitation rename to user_invitation_away");
        try {
            List<Got> answers = List.of(
                    hotel.client().get(hotel.path("")),
                    hotel.client().get(ann),
                    hotel.client().post(ann + ":send"),
                    hotel.client().post(ann + ":cancel"));
            Got batch = hotel.client()
                    .post(
                            "/batch",
                            "multipart/mixed; boundary=b",
                            part("GET", ann) + part("POST", ann + ":send") + "--b--");

            assertThat(answers).allSatisfy(got -> {
                assertThat(got.code()).isEqualTo(500);
                assertThat(got.response().body()).isEqualTo(ENVELOPE);
            });
            assertThat(batch.code()).isEqualTo(200);
            assertThat(batch.response().body().split("HTTP/1.1 500 Internal Server Error", -1))
                    .hasSize(3);
            assertThat(batch.response().body().split("\\Q" + ENVELOPE + "\\E", -1))
                    .hasSize(3);
        } finally {
            jdbc.execute("alter table user_invitation_away rename to user_invitation");
        }
        assertThat(hotel.client().get(ann).code()).isEqualTo(200);
    }

    private static String part(String method, String path) {
        return "--b\nContent-Type: application/http\n\n" + method + " " + path + "\n\n";
    }
}
