package io.chodae.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.identity.SignUp;
import io.chodae.identity.SignUpResult;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.HttpBrowser;
import io.chodae.web.SignInProviders.SignInProvider;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

@ChodaeTest
@Import(Kits.class)
class SecurityExternalSignInTest {

    private static final String PASSWORD = "plum4tandem7river";
    private static final TinyProvider PROVIDER = new TinyProvider();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        String registration = "spring.security.oauth2.client.registration.tiny.";
        settings.add(registration + "client-id", () -> "chodae-at-tiny");
        settings.add(registration + "client-secret", () -> "secret");
        settings.add(registration + "client-name", () -> "Tiny");
        settings.add(registration + "scope", () -> "openid,profile,email");
        settings.add("spring.security.oauth2.client.provider.tiny.issuer-uri", PROVIDER::issuer);
    }

    @AfterAll
    static void stop() {
        PROVIDER.stop();
    }

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    SignUp signUp;

    @Autowired
    SignInProviders providers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Kits kits;

    String subject = "subject" + NUMBER.incrementAndGet();
    String email = "external" + NUMBER.get() + "@tiny.example";

    @Test
    void theProviderIsOfferedByItsName() {
        assertThat(providers.list()).containsExactly(new SignInProvider("Tiny", "/oauth2/authorization/tiny"));
    }

    @Test
    void theFirstSignInMakesAnAccountAndTheNextFindsIt() {
        HttpBrowser browser = new HttpBrowser(port);
        browser.get("/me/profile?from=provider");
        assertThat(signIn(browser, said(email, true))).isEqualTo("/me/profile?from=provider");
        Account account = account();
        assertThat(account.name()).isEqualTo("박서연");
        assertThat(account.emailVerified()).isTrue();
        assertThat(browser.get("/me/profile").headers().firstValue("Location")).isEmpty();

        assertThat(signIn(new HttpBrowser(port), said("moved-" + email, true))).isEqualTo("/me");
        assertThat(accounts.findByEmail(EmailAddress.of("moved-" + email))).isEmpty();
    }

    @Test
    void anAddressThatTheProviderDoesNotVouchForIsStillToBeProven() {
        assertThat(signIn(new HttpBrowser(port), said(email, false))).isEqualTo("/me");
        assertThat(account().emailVerified()).isFalse();
        assertThat(verifyLinks()).isEqualTo(1);
    }

    @Test
    void anAccountOfTheSameVerifiedAddressIsLinked() {
        signedUp(true);
        assertThat(signIn(new HttpBrowser(port), said(email.replace("external", "EXTERNAL"), true)))
                .isEqualTo("/me");
        assertThat(identities()).isEqualTo(1);
        assertThat(new HttpBrowser(port)
                        .signIn(email, PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/me");
    }

    @Test
    void anUnverifiedAddressIsNotLinkedToAnAccount() {
        signedUp(true);
        HttpBrowser browser = new HttpBrowser(port);
        assertThat(signIn(browser, said(email, false))).isEqualTo("/sign-in?fault=provider-address-taken");
        assertThat(identities()).isZero();
        assertThat(browser.get("/me").headers().firstValue("Location").orElseThrow())
                .endsWith("/sign-in");
    }

    @Test
    void whoWaitedInAnUnprovenAccountForItsOwnerIsShutOut() {
        signedUp(false);
        assertThat(signIn(new HttpBrowser(port), said(email, true))).isEqualTo("/me");
        assertThat(new HttpBrowser(port)
                        .signIn(email, PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .contains("fault=credentials");
    }

    @Test
    void withoutAnAddressThereIsNoAccount() {
        assertThat(signIn(new HttpBrowser(port), Map.of())).isEqualTo("/sign-in?fault=provider-no-address");
    }

    @Test
    void onALockedDomainThePageNamesWhomToAskAndWhoIsInvitedComesIn() {
        Publisher publisher = kits.full();
        String locked = "locked" + subject + ".example";
        jdbc.sql("""
                        insert into customer_domain (customer_id, domain, kind, state, proof_token, locked, contact, created_at)
                        values (:customer, :domain, 'PRIMARY', 'VERIFIED', 'token', true, 'IT desk 02-555', now())
                        """)
                .param("customer", publisher.customer().value())
                .param("domain", locked)
                .update();
        String person = "kim@" + locked;
        HttpBrowser browser = new HttpBrowser(port);
        String refused = signIn(browser, said(person, true));
        assertThat(refused).isEqualTo("/sign-in?fault=domain-locked&domain=" + locked);
        assertThat(browser.get(refused).body()).contains("IT desk 02-555");
        assertThat(accounts.findByEmail(EmailAddress.of(person))).isEmpty();

        kits.invite(publisher, kits.offer(publisher), person);
        assertThat(signIn(new HttpBrowser(port), said(person, false)))
                .as("an address that the provider does not vouch for")
                .startsWith("/sign-in?fault=domain-locked");
        assertThat(signIn(new HttpBrowser(port), said(person, true))).isEqualTo("/me");
        assertThat(accounts.findByEmail(EmailAddress.of(person))).isPresent();
    }

    @Test
    void aClosedAccountStaysClosed() {
        signIn(new HttpBrowser(port), said(email, true));
        jdbc.sql("update account set disabled_at = created_at where account_id = :id")
                .param("id", account().id().value())
                .update();
        assertThat(signIn(new HttpBrowser(port), said(email, true))).isEqualTo("/sign-in?fault=credentials");
    }

    @Test
    void anAnswerThatNobodyAskedForSignsNobodyIn() {
        HttpResponse<String> response = new HttpBrowser(port).get("/login/oauth2/code/tiny?code=x&state=guessed");
        assertThat(response.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in?fault=provider");
    }

    @Test
    void theWayToAnInvitationIsKeptOnTheWayToTheProviderAndBack() {
        String path = "/i/" + "a".repeat(32) + "/confirm";
        HttpBrowser browser = new HttpBrowser(port);
        assertThat(browser.get("/sign-in?continue=" + path).body())
                .contains("/oauth2/authorization/tiny?continue=/i/", "Tiny");
        assertThat(signIn(browser, "?continue=" + path, said(email, true))).isEqualTo(path);
        assertThat(signIn(browser, "", said(email, true))).as("kept once").isEqualTo("/me");
    }

    @Test
    void anInvitationOffersTheProviderToNewPeopleAndToKnownOnes() {
        Publisher publisher = kits.full();
        signedUp(true);
        for (String invitee : new String[] {"new-" + email, email}) {
            String path = "/i/"
                    + kits.link(kits.invite(publisher, kits.offer(publisher), invitee))
                            .reveal();
            assertThat(new HttpBrowser(port).get(path + "/start").body())
                    .contains("href=\"/oauth2/authorization/tiny?continue=" + path + "/confirm\"");
        }
    }

    @Test
    void whoIsRefusedAfterTheProviderMayStillGetToTheInvitation() {
        assertThat(signIn(new HttpBrowser(port), "?continue=/i/abc/confirm", Map.of()))
                .isEqualTo("/sign-in?fault=provider-no-address&continue=%2Fi%2Fabc%2Fconfirm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example/", "/%5Cevil.example", "/%0d%0aX:y"})
    void theProviderLeadsNobodyToAnotherSite(String path) {
        assertThat(signIn(new HttpBrowser(port), "?continue=" + path, said(email, true)))
                .isEqualTo("/me");
    }

    @Test
    void aCookieThatSomebodyPlantedLeadsNowhereElse() {
        HttpBrowser browser = new HttpBrowser(port);
        for (String planted : new String[] {"%2F%2Fevil.example", "%zz", "https%3A%2F%2Fevil.example"}) {
            String back = authorized(browser, "", said(email, true));
            browser.setCookie("__Host-chodae_after_provider", planted);
            assertThat(location(browser.get(back))).isEqualTo("/me");
        }
    }

    @Test
    void noSessionHoldsTheTokenOfAnInvitation() {
        String token = "b".repeat(32);
        signIn(new HttpBrowser(port), "?continue=/i/" + token + "/confirm", said(email, true));
        authorized(new HttpBrowser(port), "?continue=/i/" + token + "/confirm", said(email, true));
        assertThat(jdbc.sql("select encode(attribute_bytes, 'escape') from spring_session_attributes")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(bytes -> bytes.contains(token));
    }

    @Test
    void nothingOfTheProviderStaysInTheSession() {
        signIn(new HttpBrowser(port), said(email, true));
        assertThat(jdbc.sql("select encode(attribute_bytes, 'escape') from spring_session_attributes")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(bytes -> bytes.contains("tiny-access-token") || bytes.contains(subject));
    }

    private static Map<String, Object> said(String email, boolean verified) {
        return Map.of("email", email, "email_verified", verified, "name", "박서연", "locale", "ko-KR");
    }

    /** Goes to the provider, comes back, and gives the path that the browser is sent to. */
    private String signIn(HttpBrowser browser, Map<String, Object> claims) {
        return signIn(browser, "", claims);
    }

    private String signIn(HttpBrowser browser, String query, Map<String, Object> claims) {
        return location(browser.get(authorized(browser, query, claims)));
    }

    /** Goes to the provider and gives the path by which the browser comes back. */
    private String authorized(HttpBrowser browser, String query, Map<String, Object> claims) {
        String away = browser.get("/oauth2/authorization/tiny" + query)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(away).startsWith(PROVIDER.issuer() + "/authorize").contains("code_challenge_method=S256");
        Map<String, String> asked = UriComponentsBuilder.fromUriString(away)
                .build()
                .getQueryParams()
                .toSingleValueMap();
        String code = "code" + NUMBER.incrementAndGet();
        PROVIDER.willSay(code, Optional.ofNullable(asked.get("nonce")).orElseThrow(), subject, claims);
        String state = UriUtils.decode(Optional.ofNullable(asked.get("state")).orElseThrow(), StandardCharsets.UTF_8);
        return "/login/oauth2/code/tiny?code=" + code + "&state=" + HttpBrowser.encode(state);
    }

    private static String location(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^https?://127\\.0\\.0\\.1:\\d+", "");
    }

    private void signedUp(boolean proven) {
        assertThat(signUp.signUp(email, "박서연", PASSWORD, Language.KO, proven)).isInstanceOf(SignUpResult.Created.class);
    }

    private Account account() {
        return accounts.findByEmail(EmailAddress.of(email)).orElseThrow();
    }

    private long identities() {
        return jdbc.sql("select count(*) from external_identity where account_id = :id and issuer = :issuer")
                .param("id", account().id().value())
                .param("issuer", PROVIDER.issuer())
                .query(Long.class)
                .single();
    }

    private long verifyLinks() {
        return jdbc.sql("select count(*) from account_link where purpose = 'verify' and account_id = :id")
                .param("id", account().id().value())
                .query(Long.class)
                .single();
    }
}
