package io.chodae.directoryapi;

import static io.chodae.directoryapi.Directories.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;

import io.chodae.directoryapi.Directories.Hotel;
import io.chodae.provisioning.DirectoryUsers;
import io.chodae.shared.EmailAddress;
import io.chodae.wire.WireClient.Got;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

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

    @MockitoBean
    private DirectoryUsers users;

    @Test
    void answersWithoutAWordOfIt() {
        Hotel hotel = directories.organisation();
        given(users.find(any(), any(EmailAddress.class))).willThrow(new IllegalStateException("select secret"));
        given(users.slice(any(), any(), any(), any(), anyInt())).willThrow(new IllegalStateException("select secret"));

        Got single = hotel.client().get(hotel.path("ann"));
        Got list = hotel.client().get(USERS + "?customer=my_customer");
        Got batch = hotel.client()
                .post(
                        DirectoryCalls.BATCH,
                        "multipart/mixed; boundary=b",
                        "--b\nContent-Type: application/http\n\nGET " + USERS + "?customer=my_customer\n\n--b--");

        assertThat(single.code()).isEqualTo(500);
        assertThat(single.response().body()).isEqualTo(ENVELOPE);
        assertThat(list.response().body()).isEqualTo(ENVELOPE);
        assertThat(batch.code()).isEqualTo(200);
        assertThat(batch.response().body())
                .contains("HTTP/1.1 500 Internal Server Error", ENVELOPE)
                .doesNotContain("secret");
    }
}
