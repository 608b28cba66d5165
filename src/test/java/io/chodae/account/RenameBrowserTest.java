package io.chodae.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.Secrets;
import io.chodae.testing.BrowserTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person whose address was taken back signs in with it, is asked, and takes another one, in a real browser. */
class RenameBrowserTest extends BrowserTest {

    private static final String PASSWORD = "seven quiet lanterns";

    @Autowired
    private SignUp signUp;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Customers customers;

    @Autowired
    private EvictAccount evict;

    @Autowired
    private Secrets secrets;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({"KO,1280", "KO,390", "EN,1280", "EN,390"})
    void fromTheOldAddressToANewOne(Language language, int width) {
        String domain = "rename" + width + language.tag() + ".example";
        String email = "hana@" + domain;
        String next = "hana" + width + language.tag() + "@home.example";
        AccountId id = evicted(email, language);
        Page page = page(language, width);
        page.navigate("/sign-in");
        page.locator("#email").fill(email);
        page.locator("#password").fill(PASSWORD);
        page.locator("main button.btn-primary").click();
        assertThat(page.url()).contains("/me/rename");
        assertThat(page.locator("main").textContent()).contains("하늘기획", email);
        look(page, "rename");
        page.locator("#email").fill("other@" + domain);
        page.locator("main button.btn-primary").click();
        assertThat(page.locator("#email").getAttribute("aria-invalid")).isEqualTo("true");
        look(page, "rename-faults");
        page.locator("#email").fill(next);
        page.locator("#currentPassword").fill(PASSWORD);
        page.locator("main button.btn-primary").click();
        look(page, "rename-sent");
        page.navigate("/address/" + token(id));
        look(page, "address-confirm");
        page.locator("main button.btn-primary").click();
        assertThat(page.url()).endsWith("/me/profile");
        look(page, "profile-moved");
        assertThat(accounts.find(id))
                .map(Account::email)
                .map(EmailAddress::value)
                .contains(next);
        page.navigate("/me/address");
        look(page, "address");
        page.navigate("/me/delete");
        look(page, "delete");
    }

    private AccountId evicted(String email, Language language) {
        SignUpResult made = signUp.signUp(email, "Kim Hana", PASSWORD, language, true);
        Customer organisation = customers.create("하늘기획");
        jdbc.sql("""
                        insert into customer_domain (customer_id, domain, kind, state, proof_token, created_at)
                        values (:customer, :domain, 'PRIMARY', 'VERIFIED', 'proof', now())
                        """)
                .param("customer", organisation.id().value())
                .param("domain", EmailAddress.of(email).domain())
                .update();
        assertThat(evict.evict(organisation.id(), EmailAddress.of(email), Actor.system()))
                .isInstanceOf(EvictionResult.Evicted.class);
        return ((SignUpResult.Created) made).account();
    }

    private void look(Page page, String name) {
        assertThat(page.locator("h1").textContent()).doesNotContain("??");
        fitsItsWidth(page);
        axeFindsNothing(page);
        shot(page, name);
    }

    private String token(AccountId id) {
        long linkId = jdbc.sql("select max(link_id) from account_link where purpose = 'address' and account_id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
        return secrets.token("address", linkId).reveal();
    }
}
