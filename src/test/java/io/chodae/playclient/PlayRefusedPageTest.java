package io.chodae.playclient;

import static io.chodae.playclient.TestPlay.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.EnablePrivatePlay;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.bizkit.MyService;
import io.chodae.bizkit.MyServices;
import io.chodae.bizkit.SuspendUser;
import io.chodae.directory.Account;
import io.chodae.directory.SuspendCustomer;
import io.chodae.testing.HttpBrowser;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person reads in place of a Play that is closed to them. */
@PlayTest
class PlayRefusedPageTest {

    @Autowired
    private Kits kits;

    @Autowired
    private TestPlays plays;

    @Autowired
    private MyServices services;

    @Autowired
    private SuspendUser suspend;

    @Autowired
    private SuspendCustomer stop;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private EnablePrivatePlay enablePlay;

    @Autowired
    private ChangePlayClient change;

    private Publisher publisher;
    private TestPlay play;
    private Account person;
    private HttpBrowser browser;

    @BeforeEach
    void enrolledAndSignedIn() {
        publisher = kits.full();
        play = plays.registered(publisher);
        person = plays.enrolled(publisher);
        browser = plays.signedIn(person);
    }

    @Test
    void aStrangerReadsWhoItIsAndWhichPlayAndNoContactThatNobodyGaveThem() {
        Account stranger = plays.person();
        String page = refused(plays.signedIn(stranger), "en");
        assertThat(page)
                .contains("Only invited people can use this Play", "객실 제어", "한빛호텔")
                .contains(stranger.email().value())
                .doesNotContain("desk@hanbit.example");
        assertThat(refused(plays.signedIn(stranger), "ko")).contains("초대받은 사람만 쓸 수 있어요");
    }

    @Test
    void whoLeftReadsThatAndWhomToAsk() {
        MyService service = services.of(person.id()).getFirst();
        services.withdrawFromService(person.id(), service.customer(), service.userId());
        assertThat(refused(browser, "en"))
                .contains("You do not belong to this service any more", "desk@hanbit.example", "021234567", "총무팀");
    }

    /** From midnight on, whether or not the timer has come by. */
    @Test
    void whoseLastDayIsOverReadsThatTheyLeft() {
        jdbc.sql("update enrolled_user set ends_on = :day where customer_id = :customer")
                .param(
                        "day",
                        LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Seoul"))
                                .minusDays(1))
                .param("customer", publisher.customer().value())
                .update();
        assertThat(refused(browser, "en"))
                .contains("You do not belong to this service any more", "desk@hanbit.example");
    }

    @Test
    void ofAPublisherThatIsStoppedEverybodyReadsThat() {
        stop.suspend(publisher.customer(), publisher.actor());
        assertThat(refused(browser, "en")).contains("This service is stopped for now", "한빛호텔");
        assertThat(refused(browser, "ko")).contains("지금은 멈춰 있는 서비스예요");
    }

    @Test
    void whoIsSuspendedReadsThat() {
        MyService service = services.of(person.id()).getFirst();
        suspend.suspend(service.customer(), List.of(service.userId()), publisher.actor());
        assertThat(refused(browser, "en")).contains("Your use is suspended", "desk@hanbit.example");
    }

    @Test
    void whoStoppedUsingThePlayReadsThat() {
        MyService service = services.of(person.id()).getFirst();
        services.withdrawFromPlay(person.id(), service.customer(), service.userId(), publisher.play());
        assertThat(refused(browser, "en")).contains("You stopped using this Play");
    }

    @Test
    void ofAPlayOrASignInThatIsOffEverybodyReadsThat() {
        enablePlay.enable(publisher.customer(), publisher.play(), false, publisher.actor());
        assertThat(refused(browser, "en")).contains("This Play is switched off");
        enablePlay.enable(publisher.customer(), publisher.play(), true, publisher.actor());
        change.enable(publisher.customer(), publisher.play(), false, publisher.actor());
        assertThat(refused(browser, "en")).contains("This Play is switched off");
    }

    @Test
    void whoBelongsButNotToThisPlayReadsThat() {
        TestPlay light = plays.registered(publisher, kits.play(publisher, "조명"));
        HttpResponse<String> page = browser.get(location(browser.get(light.authorizePath())) + "&lang=en");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("This Play is not open to you", "조명");
    }

    @Test
    void whoMayByNowGoesOnToThePlay() {
        Account late = plays.person();
        HttpBrowser waiting = plays.signedIn(late);
        String page = location(waiting.get(play.authorizePath()));
        plays.enrol(publisher, late);
        String onward = location(waiting.get(page));
        assertThat(location(waiting.get(onward))).startsWith(TestPlay.CALLBACK + "?code=");
    }

    @Test
    void thePlayLearnsOfItByAClickAndAtItsOwnAddressOnly() {
        HttpBrowser stranger = plays.signedIn(plays.person());
        assertThat(refused(stranger, "en"))
                .contains("href=\"" + TestPlay.CALLBACK + "?error=access_denied&amp;state=s-456\"");
        String forged = "/play/refused?continue="
                + HttpBrowser.encode(play.authorizePath("redirect_uri", "https://evil.example/callback"));
        assertThat(stranger.get(forged).body()).doesNotContain("href=\"https://evil.example");
    }

    @Test
    void anotherAccountGoesOnFromTheSamePlace() {
        HttpBrowser shared = plays.signedIn(plays.person());
        refused(shared, "en");
        HttpResponse<String> out = shared.post("/sign-out", "continue", play.authorizePath());
        assertThat(location(out)).contains("/oauth2/authorize?");
        assertThat(location(shared.get(location(out)))).endsWith("/sign-in");
        HttpResponse<String> in = shared.signIn(person.email().value(), TestPlays.PASSWORD);
        assertThat(location(shared.get(location(in)))).startsWith(TestPlay.CALLBACK + "?code=");
    }

    @Test
    void anythingElseInItsAddressIsNotFound() {
        for (String onward : new String[] {"", "/me", "https://evil.example/", "/oauth2/authorize?client_id=nobody"}) {
            assertThat(browser.get("/play/refused?continue=" + HttpBrowser.encode(onward))
                            .statusCode())
                    .as(onward)
                    .isEqualTo(404);
        }
        assertThat(location(plays.browser().get("/play/refused?continue=x"))).endsWith("/sign-in");
    }

    private String refused(HttpBrowser asked, String language) {
        HttpResponse<String> page = asked.get(location(asked.get(play.authorizePath())) + "&lang=" + language);
        assertThat(page.statusCode()).isEqualTo(403);
        return page.body();
    }
}
