package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.console.Hotels.Hotel;
import io.chodae.testing.HttpBrowser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ConsoleTest
class OperatorsPageTest {

    private static final String PATH = "/console/settings/operators";

    @LocalServerPort
    private int port;

    @Autowired
    private Hotels hotels;

    @Autowired
    private JdbcClient jdbc;

    /** The owner need not wonder. */
    @ParameterizedTest
    @CsvSource({"suppressed, Mail: Suppressed", "bounced, Mail: Bounced", "failed, Mail: Failed", "queued, "})
    void aColleaguesInvitationThatDoesNotArriveIsMarked(String state, @Nullable String mark) {
        Hotel hotel = hotels.open();
        HttpBrowser owner = new Browsers(port, hotel).of(Caller.OWNER);
        owner.post(PATH, "email", "new@" + hotel.mark() + ".example", "role", "VIEWER", "language", "EN");
        jdbc.sql("update mail set state = :state where batch_id = :customer and kind = 'operator-invitation'")
                .param("state", state)
                .param("customer", hotel.customer().value())
                .update();
        String page = owner.get(PATH).body();
        assertThat(page).contains("new@" + hotel.mark() + ".example");
        if (mark == null) {
            assertThat(page).doesNotContain("Mail: ");
        } else {
            assertThat(page).contains(mark);
        }
    }
}
