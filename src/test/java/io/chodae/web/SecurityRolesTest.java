package io.chodae.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.identity.Role;
import io.chodae.testing.HttpBrowser;
import org.junit.jupiter.api.Test;

/** What each role of a customer may do in the console. */
class SecurityRolesTest extends SecuredPages {

    @Test
    void aMemberWithoutCustomerMayNotOpenTheConsole() {
        browser.signIn(member(), PASSWORD);
        assertThat(browser.get("/console/test").statusCode()).isEqualTo(403);
    }

    @Test
    void aViewerReadsAndWritesNothing() {
        operator(Role.VIEWER);
        assertThat(browser.get("/console/test").body()).isEqualTo("한빛호텔 VIEWER");
        assertThat(browser.post("/console/test").statusCode()).isEqualTo(403);
        assertThat(browser.get("/console/test/manage").statusCode()).isEqualTo(403);
        assertThat(browser.post("/console/test/choose").body()).isEqualTo("chosen");
    }

    @Test
    void anOperatorWritesAndAnOwnerManages() {
        operator(Role.OPERATOR);
        assertThat(browser.post("/console/test").body()).isEqualTo("written");
        assertThat(browser.get("/console/test/manage").statusCode()).isEqualTo(403);
        browser = new HttpBrowser(port);
        operator(Role.OWNER);
        assertThat(browser.get("/console/test/manage").body()).isEqualTo("managed");
    }

    @Test
    void aRoleTakenAwayCountsFromTheNextRequest() {
        String email = operator(Role.OWNER);
        jdbc.sql("delete from operator where account_id = (select account_id from account where email_key = :key)")
                .param("key", email)
                .update();
        assertThat(browser.get("/console/test").statusCode()).isEqualTo(403);
    }

    @Test
    void operatorsLandOnTheConsole() {
        String email = member();
        grant(email, Role.OWNER);
        assertThat(location(browser.signIn(email, PASSWORD))).isEqualTo("/console");
    }
}
