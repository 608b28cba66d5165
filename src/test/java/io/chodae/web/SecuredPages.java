package io.chodae.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import io.chodae.identity.Membership;
import io.chodae.identity.Operators;
import io.chodae.identity.Role;
import io.chodae.identity.SignUp;
import io.chodae.identity.SignUpResult;
import io.chodae.shared.AccountId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.HttpBrowser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A server with pages of the test's own, and people of every role. */
@ChodaeTest
@Import(SecuredPages.Pages.class)
abstract class SecuredPages {

    static final AtomicInteger NUMBER = new AtomicInteger();

    static final String PASSWORD = "plum4tandem7river";

    static final String SESSION = "chodae_session";

    @LocalServerPort
    int port;

    @Autowired
    SignUp signUp;

    @Autowired
    Accounts accounts;

    @Autowired
    Customers customers;

    @Autowired
    Operators operators;

    @Autowired
    JdbcClient jdbc;

    HttpBrowser browser;

    @BeforeEach
    void browser() {
        browser = new HttpBrowser(port);
    }

    @TestConfiguration(proxyBeanMethods = false)
    @RestController
    static class Pages {

        private final SignInSilently signInSilently;

        Pages(SignInSilently signInSilently) {
            this.signInSilently = signInSilently;
        }

        @GetMapping("/i/test/open")
        String open(@CurrentMember Optional<Account> member) {
            return member.map(Account::name).orElse("nobody");
        }

        @PostMapping("/i/test/write")
        String write() {
            return "written";
        }

        @PostMapping("/i/test/silently")
        String silently(@RequestParam long account, HttpServletRequest request, HttpServletResponse response) {
            signInSilently.signIn(new AccountId(account), request, response);
            return "signed in";
        }

        @GetMapping("/me/test")
        String mine(@CurrentMember Account member) {
            return member.email().key();
        }

        @GetMapping("/console/test")
        String console(@CurrentOperator Membership membership) {
            return membership.customerName() + " " + membership.role();
        }

        @PostMapping("/console/test")
        String consoleWrite(@CurrentOperator Membership membership) {
            return "written";
        }

        @RequiresRole(Role.OWNER)
        @GetMapping("/console/test/manage")
        String manage() {
            return "managed";
        }

        @RequiresRole(Role.VIEWER)
        @PostMapping("/console/test/choose")
        String choose() {
            return "chosen";
        }
    }

    String member() {
        String email = "member" + NUMBER.incrementAndGet() + "@pages.example";
        assertThat(signUp.signUp(email, "김민지", PASSWORD, Language.KO, true)).isInstanceOf(SignUpResult.Created.class);
        return email;
    }

    String operator(Role role) {
        String email = member();
        grant(email, role);
        browser.signIn(email, PASSWORD);
        return email;
    }

    void grant(String email, Role role) {
        Customer customer = customers.create("한빛호텔");
        operators.grant(
                customer.id(),
                accounts.findByEmail(EmailAddress.of(email)).orElseThrow().id(),
                role);
    }

    long sessions() {
        return jdbc.sql("select count(*) from spring_session").query(Long.class).single();
    }

    /** The path and query of a redirect. */
    static String location(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .map(location -> location.replaceFirst("^https?://127\\.0\\.0\\.1:\\d+", ""))
                .orElse("no redirect but " + response.statusCode());
    }
}
