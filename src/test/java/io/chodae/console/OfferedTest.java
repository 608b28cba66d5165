package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.console.Hotels.Hotel;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A page offers what its reader may do: a viewer no button that would be refused, an operator every one there is. */
@ConsoleTest
class OfferedTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Hotels hotels;

    @Autowired
    private Belongings belongings;

    private Browsers browsers;
    private Map<String, String> values;

    @BeforeAll
    void open() {
        Hotel hotel = hotels.open();
        browsers = new Browsers(port, hotel);
        values = belongings.of(hotel);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aViewerIsOfferedNothingToChange(Route page) {
        Offered offered = offered(page, Caller.VIEWER);
        assertThat(offered.posts()).isEmpty();
        assertThat(offered.controls()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkThatAViewerSeesOpens(Route page) {
        assertThat(offered(page, Caller.VIEWER).links())
                .allSatisfy(link -> assertThat(route("GET", link).lowest()).isLessThanOrEqualTo(Caller.VIEWER));
    }

    @Test
    void aViewerOfANewHotelIsOfferedNothingToBegin() {
        Browsers fresh = new Browsers(port, hotels.open());
        pages().filter(page -> !page.namesAnObject()).forEach(page -> {
            Offered offered =
                    Offered.of(page.send(fresh.of(Caller.VIEWER), values).body());
            assertThat(offered.controls()).as(page.key()).isEmpty();
            assertThat(offered.links())
                    .as(page.key())
                    .allSatisfy(link -> assertThat(route("GET", link).lowest()).isLessThanOrEqualTo(Caller.VIEWER));
        });
    }

    /** Otherwise the tests above would hold for empty pages too. What is offered beside a faulty row needs such a row. */
    @Test
    void anOperatorIsOfferedEveryWriting() {
        List<Route> offered = Route.all().stream()
                .filter(route -> route.reads() && isWholePage(route) && !Caller.OPERATOR.below(route.lowest()))
                .flatMap(page -> offered(page, Caller.OPERATOR).posts().stream())
                .map(address -> route("POST", address))
                .toList();
        assertThat(offered)
                .extracting(Route::path)
                .containsAll(Route.writing()
                        .filter(route -> route.lowest() == Caller.OPERATOR)
                        .filter(route -> !route.path().contains("{draftId}/people/"))
                        // offered in states that no example is in; their own tests meet them there
                        .filter(route -> !route.path().matches(".*/(resume|retry|scheduled|unschedule|accounts/act)"))
                        .map(Route::path)
                        .toList());
    }

    static Stream<Route> pages() {
        return Route.all().stream()
                .filter(route -> route.reads() && route.lowest() == Caller.VIEWER && isWholePage(route));
    }

    private static boolean isWholePage(Route route) {
        return route.path().startsWith("/console")
                && route.header().isEmpty()
                && route.done() == 200
                && !route.path()
                        .matches(
                                ".*(/rows|/mail|/template.*|/file|/again|/faulty.*|/report.*|/reminder|/audit\\..*|/export.*|/missing.*|/not-done.*)");
    }

    private Offered offered(Route page, Caller caller) {
        return Offered.of(page.send(browsers.of(caller), values).body());
    }

    private static Route route(String method, String address) {
        return Route.all().stream()
                .filter(route -> route.leadsTo(method, address))
                .findFirst()
                .orElseThrow(() -> new AssertionError("a page leads to " + method + " " + address));
    }
}
