package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.console.Hotels.Hotel;
import io.chodae.suppression.Suppressions;
import io.chodae.testing.HttpBrowser;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the page of addresses that are not written to shows and lets happen. */
@ConsoleTest
class SuppressionsPageTest {

    private static final String PATH = "/console/settings/suppressions";

    @LocalServerPort
    private int port;

    @Autowired
    private Hotels hotels;

    @Autowired
    private Suppressions suppressions;

    @Autowired
    private JdbcClient jdbc;

    private Hotel hotel;
    private HttpBrowser operator;

    @BeforeAll
    void open() {
        hotel = hotels.open();
        operator = new Browsers(port, hotel).of(Caller.OPERATOR);
    }

    @Test
    void aReasonStandsBesideEachAddressAndIsSearchedByIt() {
        suppress("found@reasons.example", "BOUNCED", "550 5.1.1 no <such> user");
        suppress("other@reasons.example", "OPTED_OUT", "");
        String all = operator.get(PATH + "?lang=en").body();
        assertThat(all).contains("found@reasons.example", "550 5.1.1 no &lt;such&gt; user");
        assertThat(all).contains("other@reasons.example", "Only this person can decide that");
        String found = operator.get(PATH + "?q=FOUND@reasons&lang=en").body();
        assertThat(found).contains("found@reasons.example").doesNotContain("other@reasons.example");
        assertThat(operator.get(PATH + "?q=nobody-like-that&lang=ko").body()).doesNotContain("@reasons.example");
    }

    @Test
    void aBounceIsLiftedAndLeavesItsTrace() {
        long id = suppress("lifted@lifts.example", "BOUNCED", "550 5.1.1 unknown");
        HttpResponse<String> answer = operator.post(PATH + "/" + id + "/lift", "q", "lifts");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(PATH + "?q=lifts");
        assertThat(suppressed("lifted@lifts.example")).isFalse();
        assertThat(trail("lifted@lifts.example")).containsExactly("suppression.lifted");
        // pressed once more from a page that is old
        assertThat(operator.post(PATH + "/" + id + "/lift").statusCode()).isEqualTo(404);
    }

    @Test
    void aPersonsOwnWishIsNotLiftedAndThePageSaysWhy() {
        long id = suppress("wish@wishes.example", "OPTED_OUT", "");
        assertThat(operator.get(PATH + "?q=wish@wishes").body()).doesNotContain("/" + id + "/lift");
        assertThat(operator.post(PATH + "/" + id + "/lift").statusCode()).isEqualTo(302);
        assertThat(operator.get(PATH + "?lang=en").body()).contains("wish@wishes.example asked not to be written to");
        assertThat(suppressed("wish@wishes.example")).isTrue();
        assertThat(trail("wish@wishes.example")).isEmpty();
    }

    @Test
    void aLongListIsReadPageByPage() {
        for (int i = 0; i < 60; i++) {
            suppress("page" + i + "@pages.example", "BOUNCED", "550 5.1.1 unknown");
        }
        String first = operator.get(PATH + "?q=pages.example").body();
        assertThat(first).contains("page59@", "page10@").doesNotContain("page9@");
        String next = first.replaceFirst("(?s).*href=\"([^\"]*after=[0-9]+[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(operator.get(next).body()).contains("page9@", "page0@").doesNotContain("page10@");
    }

    private long suppress(String email, String reason, String detail) {
        return jdbc.sql("""
                        insert into suppression (customer_id, email_key, email, reason, detail, at)
                        values (:customer, :email, :email, :reason, :detail, now())
                        returning suppression_id""")
                .param("customer", hotel.customer().value())
                .param("email", email)
                .param("reason", reason)
                .param("detail", detail)
                .query(Long.class)
                .single();
    }

    private boolean suppressed(String email) {
        return !suppressions.suppressedAmong(hotel.customer(), List.of(email)).isEmpty();
    }

    private List<String> trail(String email) {
        return jdbc.sql("select action from audit_event where customer_id = :customer and subject_id = :email")
                .param("customer", hotel.customer().value())
                .param("email", email)
                .query((row, number) -> row.getString("action"))
                .list();
    }
}
