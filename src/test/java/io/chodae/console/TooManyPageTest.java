package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.console.Hotels.Hotel;
import io.chodae.identity.OperatorInvitations;
import io.chodae.testing.HttpBrowser;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Enough is a page with its own status, in the reader's language, which leads back to what was being done. */
@ConsoleTest
@TestPropertySource(properties = {"chodae.limits.recipient-per-day=2", "chodae.limits.presses-per-minute=3"})
class TooManyPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Hotels hotels;

    @Autowired
    private Belongings belongings;

    @Autowired
    private OperatorInvitations invitations;

    private Hotel hotel;
    private Map<String, String> own;
    private HttpBrowser operator;

    @BeforeEach
    void open() {
        hotel = hotels.open();
        own = belongings.of(hotel);
        operator = new Browsers(port, hotel).of(Caller.OPERATOR);
    }

    @Test
    void anAddressThatHadEnoughIsLeftInPeaceUntilATimeThatIsTold() {
        String again = "/console/invitations/" + own.get("invitationId") + "/resend";
        assertThat(operator.post(again, "q", "guest").statusCode()).isEqualTo(302);
        HttpResponse<String> enough = operator.post(again, "q", "guest");
        assertThat(enough.statusCode()).isEqualTo(429);
        assertThat(enough.headers().firstValue("Retry-After")).hasValue("86401");
        assertThat(enough.body())
                .contains("sent this address 2 invitations within a day")
                .contains("It works again at 16 Jan 2026, 18:00 (Korea time)")
                .contains("Nothing is lost")
                .contains("href=\"/console/invitations?q=guest\"");
        assertThat(operator.post(again + "?lang=ko").body()).contains("초대장을 2통").contains("다시 보낼 수 있어요");
    }

    @Test
    void whoPressesTooOftenIsToldSoAndTheFormStays() {
        String again = "/console/invitations/999999999/resend";
        for (int i = 0; i < 3; i++) {
            assertThat(operator.post(again).statusCode()).isEqualTo(404);
        }
        String form = "/console/invite/" + own.get("draftId");
        String version = own.getOrDefault("version", "");
        HttpResponse<String> enough = operator.post(form + "/send", "version", version, "inviterName", "Night desk");
        assertThat(enough.statusCode()).isEqualTo(429);
        assertThat(enough.body()).contains("3 times within a minute").contains("href=\"" + form + "#preview\"");
        assertThat(operator.get(form).statusCode()).isEqualTo(200);

        HttpResponse<String> many = operator.post(
                "/console/invitations/bulk", "act", "RESEND", "id", own.getOrDefault("invitationId", ""), "q", "guest");
        assertThat(many.statusCode()).isEqualTo(429);
        assertThat(many.body()).contains("3 times within a minute").contains("href=\"/console/invitations?q=guest\"");
    }

    @Test
    void aColleagueIsNotAskedAgainAndAgain() {
        HttpBrowser owner = new Browsers(port, hotel).of(Caller.OWNER);
        String again = "/console/settings/operators/invitations/" + own.get("operatorInvitationId") + "/resend";
        for (int i = 0; i < 2; i++) {
            assertThat(owner.post(again).statusCode()).isEqualTo(302);
        }
        HttpResponse<String> enough = owner.post(again);
        assertThat(enough.statusCode()).isEqualTo(429);
        assertThat(enough.headers().firstValue("Retry-After")).hasValue("61");
        assertThat(enough.body())
                .contains("Several invitations to colleagues went out")
                .contains("href=\"/console/settings/operators\"");
        assertThat(owner.post(again + "?lang=ko").body()).contains("동료 초대 메일을 여러 번 보냈거나");

        String invited = invitations.open(hotel.customer()).getFirst().email().value();
        owner.post("/console/settings/operators/invitations/" + own.get("operatorInvitationId") + "/cancel");
        HttpResponse<String> anew =
                owner.post("/console/settings/operators?lang=en", "email", invited, "role", "VIEWER", "language", "EN");
        assertThat(anew.statusCode()).isEqualTo(429);
        assertThat(anew.body()).contains("value=\"" + invited + "\"").contains("It works again at");
    }
}
