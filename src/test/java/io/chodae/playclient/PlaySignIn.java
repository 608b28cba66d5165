package io.chodae.playclient;

import static io.chodae.playclient.TestPlay.error;
import static io.chodae.playclient.TestPlay.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.bizkit.MyServices;
import io.chodae.directory.Account;
import io.chodae.testing.HttpBrowser;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Somebody who is enrolled and signed in, and a Play that signs people in, over HTTP as the Play and a browser see it. */
abstract class PlaySignIn {

    @Autowired
    Kits kits;

    @Autowired
    TestPlays plays;

    @Autowired
    MyServices services;

    @Autowired
    JdbcClient jdbc;

    Publisher publisher;
    TestPlay play;
    Account person;
    HttpBrowser browser;

    @BeforeEach
    void enrolledAndSignedIn() {
        publisher = kits.full();
        play = plays.registered(publisher);
        person = plays.enrolled(publisher);
        browser = plays.signedIn(person);
    }

    void assertEnded(JsonNode tokens) {
        assertThat(error(play.userInfo(tokens))).isEqualTo("invalid_token");
        assertThat(error(play.refresh(tokens))).isEqualTo("invalid_grant");
        assertThat(refusedAtAuthorize(browser)).isTrue();
    }

    boolean refusedAtAuthorize(HttpBrowser asked) {
        String next = location(asked.get(play.authorizePath()));
        assertThat(next).doesNotContain("code=");
        return next.contains("/play/refused?");
    }

    void leave() {
        services.of(person.id())
                .forEach(service -> assertThat(
                                services.withdrawFromService(person.id(), service.customer(), service.userId()))
                        .isTrue());
    }

    int authorizations() {
        return jdbc.sql("select count(*) from oauth2_authorization where principal_name = :name")
                .param("name", Long.toString(person.id().value()))
                .query(Integer.class)
                .single();
    }
}
