package io.chodae.cloudidentity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;

import io.chodae.capture.CancelUserInvitations;
import io.chodae.capture.SendUserInvitations;
import io.chodae.capture.UserInvitations;
import io.chodae.cloudidentity.Wires.Wired;
import io.chodae.wire.WireClient.Got;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

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

    @MockitoBean
    private UserInvitations invitations;

    @MockitoBean
    private SendUserInvitations send;

    @MockitoBean
    private CancelUserInvitations cancel;

    @Test
    void answersWithoutAWordOfIt() {
        Wired hotel = wires.organisation();
        String ann = hotel.path("ann@" + hotel.domain());
        RuntimeException failure = new IllegalStateException("select secret");
        given(invitations.page(any(), any(), any(), any(), anyInt())).willThrow(failure);
        given(invitations.find(any(), any())).willThrow(failure);
        given(invitations.isInvitable(any(), any())).willThrow(failure);
        given(send.send(any(), any(), any())).willThrow(failure);
        given(cancel.cancel(any(), any(), any())).willThrow(failure);

        List<Got> answers = List.of(
                hotel.client().get(hotel.path("")),
                hotel.client().get(ann),
                hotel.client().get(ann + ":isInvitableUser"),
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
        assertThat(batch.response().body()).contains(ENVELOPE).doesNotContain("secret");
    }

    private static String part(String method, String path) {
        return "--b\nContent-Type: application/http\n\n" + method + " " + path + "\n\n";
    }
}
