package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.console.Hotels.Hotel;
import io.chodae.testing.HttpBrowser;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An owner registers a Play and sees its secret once. */
@ConsoleTest
class PlaySignInPageTest {

    private static final Pattern SECRET = Pattern.compile("value=\"(chodae_[A-Za-z0-9_-]{43})\"");

    @LocalServerPort
    private int port;

    @Autowired
    private Hotels hotels;

    @Autowired
    private Belongings belongings;

    @Autowired
    private JdbcClient jdbc;

    private HttpBrowser owner;
    private HttpBrowser operator;
    private String page;

    @BeforeAll
    void open() {
        Hotel hotel = hotels.open();
        Browsers browsers = new Browsers(port, hotel);
        owner = browsers.of(Caller.OWNER);
        operator = browsers.of(Caller.OPERATOR);
        Map<String, String> values = belongings.of(hotel);
        page = "/console/plays/" + Objects.requireNonNull(values.get("playId")) + "/sign-in";
    }

    @Test
    void theSecretIsInOneAnswerAndNowhereAfterwards() {
        owner.post(page + "/remove");
        HttpResponse<String> made = register("https://play.example/callback");
        String secret = secret(made);
        assertThat(made.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(owner.get(page).body()).doesNotContain(secret, "chodae_");

        HttpResponse<String> again = register("https://play.example/callback");
        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(owner.get(page).body()).contains("no new secret was made").doesNotContain("chodae_");

        String renewed = secret(owner.post(page + "/secret", "secretNo", "1"));
        assertThat(renewed).isNotEqualTo(secret);
        assertThat(owner.post(page + "/secret", "secretNo", "1").statusCode())
                .as("sent twice")
                .isEqualTo(302);
        assertThat(owner.get(page).body()).contains("End the old secret now").doesNotContain("chodae_");
        assertThat(jdbc.sql("select encode(attribute_bytes, 'escape') as bytes from spring_session_attributes")
                        .query((row, number) -> row.getString("bytes"))
                        .list())
                .noneMatch(bytes -> bytes.contains(secret) || bytes.contains(renewed));
    }

    @Test
    void whatWasTypedStaysWithTheReasonBesideIt() {
        HttpResponse<String> refused =
                owner.post(page, "redirectUris", "http://play.example/b#c", "postLogoutRedirectUris", "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("http://play.example/b#c</textarea>")
                .contains("Take out # and what follows it: http://play.example/b#c");
    }

    @Test
    void anOperatorReadsAndIsOfferedNothing() {
        Offered offered = Offered.of(operator.get(page).body());
        assertThat(offered.posts()).isEmpty();
        assertThat(offered.controls()).isEmpty();
    }

    private HttpResponse<String> register(String redirectUri) {
        return owner.post(page, "redirectUris", redirectUri, "postLogoutRedirectUris", "", "registering", "true");
    }

    private static String secret(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        Matcher found = SECRET.matcher(answer.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
