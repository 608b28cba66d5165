package io.chodae.directoryapi;

import static io.chodae.directoryapi.Directories.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.directoryapi.Directories.Hotel;
import io.chodae.wire.WireClient.Got;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What goes wrong inside is said to nobody outside. */
@DirectoryApiTest
class FailingUseCaseTest {

    private static final String ENVELOPE = """
            {
              "error": {
                "code": 500,
                "message": "The server failed at this call. Try again later.",
                "errors": [
                  {
                    "message": "The server failed at this call. Try again later.",
                    "domain": "global",
                    "reason": "backendError"
                  }
                ],
                "status": "INTERNAL"
              }
            }""";

    @Autowired
    private Directories directories;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void answersWithoutAWordOfIt() {
        Hotel hotel = directories.organisation();
        hotel.insert("ann", "Ann", "Kim");
        jdbc.execute("alter table directory_user rename to directory_user_away");
        try {
            Got single = hotel.client().get(hotel.path("ann"));
            Got batch = hotel.client()
                    .post(
                            DirectoryCalls.BATCH,
                            "multipart/mixed; boundary=b",
                            "--b\nContent-Type: application/http\n\nGET " + USERS + "?customer=my_customer\n\n--b--");

            assertThat(single.code()).isEqualTo(500);
            assertThat(single.response().body()).isEqualTo(ENVELOPE);
            assertThat(batch.code()).isEqualTo(200);
            assertThat(batch.response().body()).contains("HTTP/1.1 500 Internal Server Error", ENVELOPE);
        } finally {
            jdbc.execute("alter table directory_user_away rename to directory_user");
        }
        assertThat(hotel.client().get(hotel.path("ann")).code()).isEqualTo(200);
    }
}
