package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.console.Hotels.Hotel;
import io.chodae.testing.HttpBrowser;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of the console and of {@code /me}, called by everybody there is. */
@ConsoleTest
class ConsoleRoutesTest {

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private Hotels hotels;

    @Autowired
    private Belongings belongings;

    @Autowired
    private Digest digest;

    private Browsers browsers;
    private Hotel hotel;
    private Hotel other;
    private HttpBrowser stranger;
    private @Nullable Map<String, String> untouched;

    @BeforeAll
    void open() {
        hotel = hotels.open();
        other = hotels.open();
        browsers = new Browsers(port, hotel);
        stranger = new Browsers(port, other).of(Caller.OWNER);
    }

    @Test
    void everyRouteHasItsLine() {
        assertThat(Route.all()).extracting(Route::key).containsExactlyInAnyOrderElementsOf(MappedRoutes.of(mappings));
    }

    @Test
    void noLineLetsAStrangerHaveAnObject() {
        assertThat(Route.all())
                .filteredOn(Route::namesAnObject)
                .extracting(Route::stranger)
                .containsOnly(404);
    }

    @ParameterizedTest
    @MethodSource("io.chodae.console.Route#all")
    void nobodyIsSentToSignIn(Route route) {
        HttpResponse<String> response = unchanged(route, browsers.of(Caller.NOBODY));
        if (route.header().isEmpty()) {
            assertThat(response.statusCode()).isEqualTo(302);
            assertThat(response.headers().firstValue("Location").orElse("")).endsWith("/sign-in");
        } else {
            assertThat(response.statusCode()).isEqualTo(401);
        }
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.chodae.console.Route#all")
    void whoHasALowerRoleIsRefused(Route route) {
        for (Caller caller : List.of(Caller.MEMBER, Caller.VIEWER, Caller.OPERATOR)) {
            if (caller.below(route.lowest())) {
                HttpResponse<String> response = unchanged(route, browsers.of(caller));
                assertThat(response.statusCode()).as(caller.name()).isEqualTo(403);
                assertThat(response.body()).doesNotContain(hotel.mark());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.chodae.console.Route#all")
    void whoHasTheRoleMayAndReadingChangesNothing(Route route) {
        for (Caller caller : allowed(route)) {
            Map<String, String> values = fresh();
            Map<String, String> before = digest.of(hotel);
            HttpResponse<String> response = route.send(browsers.of(caller), values);
            assertThat(response.statusCode()).as(caller.name()).isEqualTo(route.done());
            assertThat(digest.changed(hotel, before).isEmpty())
                    .as("%s leaves all rows as they were", caller)
                    .isNotEqualTo(route.writes());
        }
    }

    @ParameterizedTest
    @MethodSource("io.chodae.console.Route#all")
    void theOwnerOfAnotherPublisherFindsNothing(Route route) {
        HttpResponse<String> response = unchanged(route, stranger);
        assertThat(response.statusCode()).isEqualTo(route.stranger());
        assertThat(response.body()).doesNotContain(hotel.mark());
        response.headers()
                .firstValue("Location")
                .ifPresent(next -> assertThat(stranger.get(next).body()).doesNotContain(hotel.mark()));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void anothersObjectLooksLikeNone(Route route) {
        Map<String, String> nothing = lasting();
        Map<String, String> something = Map.copyOf(nothing);
        nothing.replaceAll((name, value) ->
                name.equals("publisherId") ? "C99999999" : name.endsWith("Id") ? "999999999999" : value);
        Map<String, String> own = digest.of(other);
        HttpResponse<String> none = route.send(stranger, nothing);
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(plain(route.send(stranger, something))).contains("<main id=").isEqualTo(plain(none));
        assertThat(digest.changed(other, own)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void aFormThatWasSentIsNoDoorEither(Route route) {
        Map<String, String> values = lasting();
        values.put("draftId", values.getOrDefault("sentDraftId", ""));
        Map<String, String> before = digest.of(hotel);
        HttpResponse<String> response = route.send(stranger, values);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).doesNotContain(hotel.mark());
        assertThat(digest.changed(hotel, before)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.chodae.console.Route#writing")
    void aFormWithoutItsTokenIsRefused(Route route) {
        Map<String, String> values = lasting();
        Map<String, String> before = digest.of(hotel);
        Caller caller = route.lowest() == Caller.MEMBER ? Caller.MEMBER : Caller.OWNER;
        assertThat(route.sendWithoutToken(browsers.of(caller), values).statusCode())
                .isEqualTo(403);
        assertThat(digest.changed(hotel, before)).isEmpty();
    }

    /** A publisher's own form may name what is another's; it is neither shown nor offered. */
    @Test
    void whatIsAnothersCannotBePutIntoOnesOwnForm() {
        Map<String, String> theirs = fresh();
        Map<String, String> own = belongings.of(other);
        String form = "/console/invite/" + own.get("draftId");
        String[] fields = {
            "version", own.getOrDefault("version", ""),
            "target", "EXISTING",
            "groupId", theirs.getOrDefault("groupId", ""),
            "playIds", theirs.getOrDefault("playId", "")
        };
        List<String> pages = new ArrayList<>();
        pages.add(stranger.with("HX-Request", "true").post(form, fields).body());
        pages.add(stranger.post(form + "/preview", fields).body());
        for (String page : new String[] {"", "/mail", "/mail?part=text", "/rows"}) {
            pages.add(stranger.get(form + page).body());
        }
        assertThat(pages).allSatisfy(page -> assertThat(page).doesNotContain(hotel.mark()));
    }

    static Stream<Route> objects() {
        return Route.all().stream().filter(Route::namesAnObject);
    }

    static Stream<Route> drafts() {
        return Route.all().stream().filter(route -> route.path().contains("{draftId}"));
    }

    /** What is there, made anew only where something may have been changed since. */
    private Map<String, String> lasting() {
        Map<String, String> values = untouched == null ? belongings.of(hotel) : untouched;
        untouched = values;
        return new HashMap<>(values);
    }

    /** For an act of its own. */
    private Map<String, String> fresh() {
        untouched = null;
        return belongings.of(hotel);
    }

    private HttpResponse<String> unchanged(Route route, HttpBrowser browser) {
        Map<String, String> values = lasting();
        Map<String, String> before = digest.of(hotel);
        HttpResponse<String> response = route.send(browser, values);
        assertThat(digest.changed(hotel, before)).isEmpty();
        return response;
    }

    /** Whom {@code /me} belongs to is no matter of roles, so there only the member is asked. */
    private static List<Caller> allowed(Route route) {
        return route.lowest() == Caller.MEMBER
                ? List.of(Caller.MEMBER)
                : Stream.of(Caller.values())
                        .filter(caller -> !caller.below(route.lowest()))
                        .toList();
    }

    private static String plain(HttpResponse<String> page) {
        return page.statusCode()
                + page.body().replaceAll("(name=\"(_csrf|csrf-token)\" (value|content)=)\"[^\"]*\"", "$1");
    }
}
