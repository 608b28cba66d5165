package io.chodae.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import io.chodae.directory.EvictAccount;
import io.chodae.directory.EvictionResult;
import io.chodae.identity.SignUp;
import io.chodae.identity.SignUpResult;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.Secrets;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.HttpBrowser;
import io.chodae.testing.TestMailbox;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People change the address of their account, end it, and choose another address where theirs was taken back. */
@ChodaeTest
class AddressPagesTest {

    private static final String PASSWORD = "plum4tandem7river";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Secrets secrets;

    @Autowired
    SignUp signUp;

    @Autowired
    Accounts accounts;

    @Autowired
    Customers customers;

    @Autowired
    EvictAccount evict;

    @Autowired
    TestMailbox mailbox;

    private String domain;
    private String email;
    private String next;
    private AccountId id;
    private Customer organisation;

    @BeforeEach
    void aPersonOnADomainOfAnOrganisation() {
        int number = NUMBER.incrementAndGet();
        domain = "moving" + number + ".example";
        email = "hana@" + domain;
        next = "hana" + number + "@elsewhere.example";
        id = signedUp(email);
        organisation = customers.create("하늘기획");
        jdbc.sql("""
                        insert into customer_domain (customer_id, domain, kind, state, proof_token, created_at)
                        values (:customer, :domain, 'PRIMARY', 'VERIFIED', 'proof', now())
                        """)
                .param("customer", organisation.id().value())
                .param("domain", domain)
                .update();
    }

    @Test
    void anotherAddressIsTakenByTheLinkInItsOwnMail() throws Exception {
        HttpBrowser browser = signedIn(email);
        HttpBrowser elsewhere = signedIn(email);
        HttpResponse<String> wrong = browser.post("/me/address", "email", next, "currentPassword", "guess");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"" + next + "\"", "currentPassword-note");

        HttpResponse<String> asked = browser.post("/me/address", "email", next, "currentPassword", PASSWORD);
        assertThat(location(asked)).endsWith("/me/address/sent");
        assertThat(browser.get("/me/address/sent").body()).contains(next);
        assertThat(browser.get("/me/address/sent").body()).as("mails nothing").contains(next);
        assertThat(jdbc.sql("select count(*) from mail where kind = 'address-change' and to_email = :email")
                        .param("email", next)
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(mailbox.await(next).text()).contains("/address/" + token());
        assertThat(current()).as("nothing changes before the proof").isEqualTo(email);
        assertThat(browser.get("/address/" + token()).body()).contains(email, next);
        assertThat(current()).as("opening it changes nothing").isEqualTo(email);

        String link = "/address/" + token();
        assertThat(location(browser.post(link))).endsWith("/me/profile");
        assertThat(browser.get("/me/profile").body()).contains(next);
        assertThat(location(elsewhere.get("/me/profile"))).endsWith("/sign-in");
        assertThat(mailbox.await(email).subject()).isEqualTo("계정의 이메일 주소가 바뀌었어요");
        assertThat(browser.post(link).statusCode()).isEqualTo(404);
        assertThat(location(new HttpBrowser(port).signIn(email, PASSWORD))).contains("fault=credentials");
    }

    @Test
    void theLinkIsWorthNothingToAnybodyElse() {
        HttpBrowser browser = signedIn(email);
        browser.post("/me/address", "email", next, "currentPassword", PASSWORD);
        String link = "/address/" + token();
        assertThat(location(new HttpBrowser(port).get(link))).endsWith("/sign-in");
        String stranger = "stranger-" + next;
        signedUp(stranger);
        HttpBrowser reader = signedIn(stranger);
        assertThat(reader.get(link).statusCode()).isEqualTo(404);
        assertThat(reader.post(link).statusCode()).isEqualTo(404);
        assertThat(current()).isEqualTo(email);
    }

    @Test
    void theLastWishCounts() {
        HttpBrowser browser = signedIn(email);
        browser.post("/me/address", "email", "first-" + next, "currentPassword", PASSWORD);
        String first = "/address/" + token();
        browser.post("/me/address", "email", next, "currentPassword", PASSWORD);
        assertThat(browser.post(first).statusCode()).isEqualTo(404);
        browser.post("/address/" + token());
        assertThat(current()).isEqualTo(next);
    }

    @Test
    void anAddressThatIsTakenOrLockedIsRefused() {
        HttpBrowser browser = signedIn(email);
        signedUp(next);
        assertThat(browser.post("/me/address", "email", next, "currentPassword", PASSWORD)
                        .statusCode())
                .isEqualTo(422);
        jdbc.sql("update customer_domain set locked = true where domain = :domain")
                .param("domain", domain)
                .update();
        assertThat(browser.post("/me/address", "email", "other@" + domain, "currentPassword", PASSWORD)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void whoSignsUpWithTheAddressFirstHasIt() {
        HttpBrowser browser = signedIn(email);
        browser.post("/me/address", "email", next, "currentPassword", PASSWORD);
        signedUp(next);
        assertThat(browser.post("/address/" + token()).statusCode()).isEqualTo(409);
        assertThat(current()).isEqualTo(email);
    }

    @Test
    void ofAManagedAccountThePersonReadsByWhomAndCanNeitherMoveNorDeleteIt() {
        HttpBrowser browser = signedIn(email);
        browser.post("/me/address", "email", next, "currentPassword", PASSWORD);
        String link = "/address/" + token();
        jdbc.sql("update account set managed_by = :by, managed_since = created_at where account_id = :id")
                .param("by", organisation.id().value())
                .param("id", id.value())
                .update();
        assertThat(browser.get("/me/profile?lang=en").body())
                .contains("Managed by", "하늘기획")
                .doesNotContain("/me/address", "/me/delete");
        assertThat(location(browser.get("/me/address"))).endsWith("/me/profile");
        assertThat(location(browser.get("/me/delete"))).endsWith("/me/profile");
        assertThat(browser.post("/me/address", "email", next, "currentPassword", PASSWORD)
                        .statusCode())
                .isEqualTo(409);
        assertThat(browser.post("/me/delete", "email", email, "currentPassword", PASSWORD)
                        .statusCode())
                .isEqualTo(409);
        assertThat(browser.post(link).statusCode()).isEqualTo(404);
        assertThat(current()).isEqualTo(email);
    }

    @Test
    void anAccountIsDeletedByItsOwnPersonAndItsAddressIsFree() {
        HttpBrowser browser = signedIn(email);
        assertThat(browser.post("/me/delete", "email", next, "currentPassword", PASSWORD)
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post("/me/delete", "email", email, "currentPassword", "guess")
                        .statusCode())
                .isEqualTo(422);
        assertThat(location(browser.post("/me/delete", "email", email, "currentPassword", PASSWORD)))
                .endsWith("/sign-in?deleted");
        assertThat(browser.get("/sign-in?deleted&lang=en").body()).contains("Your account is deleted.");
        assertThat(location(browser.get("/me"))).endsWith("/sign-in");
        assertThat(location(new HttpBrowser(port).signIn(email, PASSWORD))).contains("fault=credentials");
        assertThat(signedUp(email)).isNotEqualTo(id);
        assertThat(audited(CustomerId.HOUSE, id)).endsWith("account.deleted");
    }

    @Test
    void whoseAddressWasTakenBackIsAskedAtEverySignInUntilAnotherOneIsProven() throws Exception {
        HttpBrowser before = signedIn(email);
        assertThat(evict.evict(organisation.id(), EmailAddress.of(email), Actor.system()))
                .isEqualTo(new EvictionResult.Evicted(id, EmailAddress.of("hana%" + domain + "@moved.invalid")));
        assertThat(location(before.get("/me"))).endsWith("/sign-in");
        assertThat(mailbox.await(email).subject()).isEqualTo("하늘기획: 계정에 쓸 다른 주소를 정해 주세요");

        for (int i = 0; i < 2; i++) {
            HttpBrowser again = new HttpBrowser(port);
            assertThat(location(again.signIn(email, PASSWORD))).endsWith("/me/rename?continue=%2Fme");
            assertThat(again.get("/me/rename?lang=en").body())
                    .contains("하늘기획 has taken back the address " + email, "href=\"/me\"");
            assertThat(again.get("/me").statusCode()).as("later is possible").isEqualTo(200);
        }
        HttpBrowser browser = new HttpBrowser(port);
        browser.signIn("hana%" + domain + "@moved.invalid", PASSWORD);
        assertThat(browser.post(
                                "/me/rename",
                                "email",
                                "other@" + domain,
                                "currentPassword",
                                PASSWORD,
                                "continue",
                                "/me/profile")
                        .statusCode())
                .as("not on the organisation's domains")
                .isEqualTo(422);
        HttpResponse<String> wrong = browser.post("/me/rename", "email", next, "currentPassword", "guess");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("currentPassword-note");
        String sent = location(
                browser.post("/me/rename", "email", next, "currentPassword", PASSWORD, "continue", "/me/profile"));
        assertThat(sent).endsWith("/me/address/sent?continue=%2Fme%2Fprofile");
        assertThat(browser.get("/me/address/sent?continue=%2Fme%2Fprofile").body())
                .contains(next, "href=\"/me/profile\"");
        assertThat(location(new HttpBrowser(port).signIn(email, PASSWORD))).contains("/me/rename");
        browser.post("/address/" + token());
        assertThat(current()).isEqualTo(next);
        assertThat(location(new HttpBrowser(port).signIn(next, PASSWORD))).endsWith("/me");
        assertThat(location(new HttpBrowser(port).signIn(email, PASSWORD))).contains("fault=credentials");
        assertThat(audited(organisation.id(), id)).containsExactly("account.evicted");
    }

    @Test
    void whoHasTheAddressNextHearsNothingOfTheAccountThatHadIt() throws Exception {
        evict.evict(organisation.id(), EmailAddress.of(email), Actor.system());
        assertThat(mailbox.await(email).subject()).contains("하늘기획");
        AccountId newcomer = signedUp(email);
        HttpBrowser browser = new HttpBrowser(port);
        browser.signIn("hana%" + domain + "@moved.invalid", PASSWORD);
        browser.post("/me/rename", "email", next, "currentPassword", PASSWORD);
        browser.post("/address/" + token());
        assertThat(current()).isEqualTo(next);
        assertThat(newcomer).isNotEqualTo(id);
        assertThat(jdbc.sql("select count(*) from mail where kind = 'address-changed' and to_email = :email")
                        .param("email", email)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoHasTheAddressNextAndWhoHadItAreToldApartByTheirPasswords() {
        evict.evict(organisation.id(), EmailAddress.of(email), Actor.system());
        SignUpResult made = signUp.signUp(email, "김하나", "violet9anchor2meadow", Language.KO, true);
        assertThat(made).isInstanceOf(SignUpResult.Created.class);
        assertThat(location(new HttpBrowser(port).signIn(email, "violet9anchor2meadow")))
                .endsWith("/me");
        assertThat(location(new HttpBrowser(port).signIn(email, PASSWORD))).contains("/me/rename");
        assertThat(location(new HttpBrowser(port).signIn(email, "neither of the two")))
                .contains("fault=credentials");
    }

    private AccountId signedUp(String address) {
        SignUpResult made = signUp.signUp(address, "김하나", PASSWORD, Language.KO, true);
        return ((SignUpResult.Created) made).account();
    }

    private HttpBrowser signedIn(String address) {
        HttpBrowser browser = new HttpBrowser(port);
        browser.signIn(address, PASSWORD);
        return browser;
    }

    private String current() {
        return accounts.find(id).map(Account::email).orElseThrow().value();
    }

    /** The token that stands in the latest mail. */
    private String token() {
        long linkId = jdbc.sql("select max(link_id) from account_link where purpose = 'address' and account_id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
        return secrets.token("address", linkId).reveal();
    }

    private List<String> audited(CustomerId customer, AccountId subject) {
        return jdbc.sql("""
                        select action from audit_event
                        where customer_id = :customer and subject_type = 'account' and subject_id = :subject
                        order by audit_id
                        """)
                .param("customer", customer.value())
                .param("subject", Long.toString(subject.value()))
                .query((row, number) -> row.getString("action"))
                .list();
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }
}
