package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.console.Hotels.Hotel;
import io.chodae.testing.HttpBrowser;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** A browser for everybody of a hotel, signed in once, in English. */
final class Browsers {

    private final Map<Caller, HttpBrowser> browsers = new EnumMap<>(Caller.class);

    Browsers(int port, Hotel hotel) {
        for (Caller caller : Caller.values()) {
            HttpBrowser browser = new HttpBrowser(port).header("Accept", "text/html");
            browsers.put(caller, browser);
            if (caller != Caller.NOBODY) {
                browser.signIn(hotel.email(caller), Hotels.PASSWORD);
                assertThat(browser.get("/me?lang=en").statusCode()).isEqualTo(200);
            }
        }
    }

    HttpBrowser of(Caller caller) {
        return Objects.requireNonNull(browsers.get(caller));
    }
}
