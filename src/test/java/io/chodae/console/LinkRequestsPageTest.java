package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.console.Hotels.Hotel;
import io.chodae.testing.HttpBrowser;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sending again to somebody who asked for a new link. */
@ConsoleTest
class LinkRequestsPageTest {

    private static final String PATH = "/console/invitations/requests";

    @LocalServerPort
    private int port;

    @Autowired
    private Hotels hotels;

    @Autowired
    private Belongings belongings;

    @Autowired
    private Digest digest;

    @Autowired
    private JdbcClient jdbc;

    private Hotel hotel;
    private HttpBrowser operator;
    private long asking;
    private String email;

    @BeforeEach
    void somebodyAsks() {
        hotel = hotels.open();
        operator = new Browsers(port, hotel).of(Caller.OPERATOR);
        Map<String, String> values = belongings.of(hotel);
        asking = Long.parseLong(values.getOrDefault("askedId", ""));
        email = "asking" + values.get("number") + "@" + hotel.mark() + ".example";
    }

    @ParameterizedTest
    @CsvSource({
        "BOUNCED, en, an earlier mail came back",
        "BOUNCED, ko, 되돌아온 적이 있어요",
        "OPTED_OUT, en, asked not to be written to",
        "OPTED_OUT, ko, 메일을 보내지 말아 달라고 했어요"
    })
    void whoIsNotWrittenToGetsNothingAndTheOperatorIsToldWhy(String reason, String language, String said) {
        jdbc.sql("""
                        insert into suppression (customer_id, email_key, email, reason, at)
                        values (:customer, :email, :email, :reason, now())""")
                .param("customer", hotel.customer().value())
                .param("email", email)
                .param("reason", reason)
                .update();
        operator.get(PATH + "?lang=" + language);
        Map<String, String> before = digest.of(hotel);

        HttpResponse<String> answer = operator.post(PATH + "/" + asking + "/send");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(PATH);
        assertThat(digest.changed(hotel, before))
                .as("no mail, no new link, no answered request, no trace of an act")
                .isEmpty();
        assertThat(operator.get(PATH).body()).contains(said, email, PATH + "/" + asking + "/send");
    }

    /** Otherwise the test above would hold for a button that never sends. */
    @Test
    void everybodyElseGetsANewLink() {
        int mails = mails();
        operator.post(PATH + "/" + asking + "/send");
        assertThat(mails()).isEqualTo(mails + 1);
        assertThat(operator.get(PATH).body()).doesNotContain(PATH + "/" + asking + "/send");
    }

    private int mails() {
        return jdbc.sql("select count(*) from mail where customer_id = :customer and subject_id = :invitation")
                .param("customer", hotel.customer().value())
                .param("invitation", asking)
                .query(Integer.class)
                .single();
    }
}
