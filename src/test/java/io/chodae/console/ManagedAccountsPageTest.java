package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.console.Hotels.Hotel;
import io.chodae.directory.Accounts;
import io.chodae.identity.Operators;
import io.chodae.identity.Role;
import io.chodae.shared.AccountId;
import io.chodae.shared.EmailAddress;
import io.chodae.testing.HttpBrowser;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an operator reads of managed accounts and conflicts, and does there. */
@ConsoleTest
class ManagedAccountsPageTest {

    private static final String LIST = "/console/accounts/managed";
    private static final String CONFLICTS = "/console/accounts/conflicts";
    private static final Pattern NEXT = Pattern.compile("class=\"pager\"><a[^>]*href=\"([^\"]*)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private Hotels hotels;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Operators operators;

    @Autowired
    private JdbcClient jdbc;

    private Hotel hotel;
    private HttpBrowser operator;
    private String domain;

    @BeforeEach
    void aHotelWithADomain() {
        hotel = hotels.open();
        operator = new Browsers(port, hotel).of(Caller.OPERATOR);
        domain = hotel.mark() + ".example";
        jdbc.sql("""
                        insert into customer_domain (customer_id, domain, kind, state, proof_token, created_at)
                        values (:customer, :domain, 'PRIMARY', 'VERIFIED', 'proof', now())
                        """)
                .param("customer", hotel.customer().value())
                .param("domain", domain)
                .update();
    }

    @Test
    void theListIsSearchedAndTurned() {
        for (int i = 100; i < 160; i++) {
            account("guest" + i, true);
        }
        account("own", false);
        String first = operator.get(LIST + "?lang=en").body();
        assertThat(first).contains("guest100@", "guest149@").doesNotContain("guest150@", "own@");
        Matcher next = NEXT.matcher(first);
        assertThat(next.find()).isTrue();
        assertThat(operator.get(next.group(1).replace("&amp;", "&")).body())
                .contains("guest150@", "guest159@")
                .doesNotContain(">guest149@");
        assertThat(operator.get(LIST + "?q=GUEST123").body())
                .contains("guest123@")
                .doesNotContain("guest124@");
        assertThat(operator.get(LIST + "?suspended=true&lang=en").body()).contains("Nothing matches");
    }

    @ParameterizedTest
    @CsvSource({
        "suspend, account.suspended, is suspended.",
        "reset, account.reset_sent, A mail is on its way to",
        "sign-out, account.signed_out, is signed out everywhere."
    })
    void eachActSaysWhatItDoesAndDoesIt(String act, String recorded, String said) {
        String page = LIST + "/" + account("kim", true);
        HttpResponse<String> asked = operator.get(page + "/" + act + "?lang=en");
        assertThat(asked.body()).contains("kim@" + domain, "Leave it as it is");
        assertThat(lines()).isZero();
        assertThat(operator.post(page + "/" + act).statusCode()).isEqualTo(302);
        assertThat(operator.get(page + "?lang=en").body()).contains(said);
        assertThat(jdbc.sql("select action from audit_event where customer_id = :customer and subject_type = 'account'")
                        .param("customer", hotel.customer().value())
                        .query(String.class)
                        .single())
                .isEqualTo(recorded);
    }

    @Test
    void anOperatorIsToldThatAnOwnersAccountIsForOwners() {
        long account = account("owner2", true);
        operators.grant(hotel.customer(), new AccountId(account), Role.OWNER);
        HttpResponse<String> refused = operator.post(LIST + "/" + account + "/rename?lang=en", "email", "x@" + domain);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("an owner of your organisation has to do this");
        assertThat(operator.get(LIST + "/" + account).body()).contains("owner2@" + domain);
    }

    @Test
    void aRefusedAddressStaysTypedAndSaysWhy() {
        String page = LIST + "/" + account("lee", true);
        HttpResponse<String> refused = operator.post(page + "/rename?lang=en", "email", "lee@elsewhere.example");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"lee@elsewhere.example\"", "no proven domain of yours");
        assertThat(operator.post(page + "/rename", "email", "lee.new@" + domain).statusCode())
                .isEqualTo(302);
        assertThat(operator.get(page).body()).contains("lee.new@" + domain);
    }

    @Test
    void aRemovedAccountHasNoPageAndItsAddressIsFree() {
        String page = LIST + "/" + account("park", true);
        assertThat(operator.post(page + "/remove").headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith(LIST));
        assertThat(operator.get(page).statusCode()).isEqualTo(404);
        assertThat(accounts.findByEmail(EmailAddress.of("park@" + domain))).isEmpty();
    }

    @Test
    void addressesAreKeptByAListAndTheDryRunSaysSo() {
        account("free", false);
        account("kept", false);
        HttpResponse<String> refused =
                operator.post(CONFLICTS + "?lang=en", "emails", "kept@" + domain + "\nnot one", "note", "leaves soon");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("kept@" + domain, "not, one", "leaves soon");
        operator.post(CONFLICTS, "emails", "kept@" + domain, "note", "leaves soon");
        assertThat(operator.get(CONFLICTS + "?lang=en").body()).contains("kept@" + domain, "leaves soon");
        String all = operator.get(CONFLICTS + "/dry-run?lang=en").body();
        assertThat(all).contains("free@" + domain, "Loses the address", "The address is on your list.");
        String asked = operator.get(CONFLICTS + "/dry-run?lang=ko&emails=nobody@" + domain)
                .body();
        assertThat(asked).contains("이 주소를 쓰는 계정이 없어요.").doesNotContain("free@");
    }

    private long account(String name, boolean managed) {
        return jdbc.sql("""
                        insert into account (email, email_key, name, language, created_at, managed_by, managed_since)
                        values (:email, :email, :name, 'EN', now(), cast(:by as bigint),
                                case when cast(:by as bigint) is not null then now() end)
                        returning account_id
                        """)
                .param("email", name + "@" + domain)
                .param("name", name)
                .param("by", managed ? hotel.customer().value() : null)
                .query(Long.class)
                .single();
    }

    private int lines() {
        return jdbc.sql("select count(*) from audit_event where customer_id = :customer and subject_type = 'account'")
                .param("customer", hotel.customer().value())
                .query(Integer.class)
                .single();
    }
}
