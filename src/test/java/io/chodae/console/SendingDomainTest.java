package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.chodae.audit.Actor;
import io.chodae.bizkit.Offer;
import io.chodae.bizkit.OfferContent;
import io.chodae.bizkit.Offers;
import io.chodae.bizkit.PrivatePlays;
import io.chodae.invitation.Invitee;
import io.chodae.invitation.SendInvitations;
import io.chodae.road.Publisher;
import io.chodae.sender.NameServer;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.HttpBrowser;
import io.chodae.testing.TestMailbox;
import io.chodae.testing.TestMailbox.ReceivedMail;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.security.KeyFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.impl.DNSPublicKeyRecordRetriever;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;
import org.xbill.DNS.SimpleResolver;

/** From the console to the mail and a name server: whose address mails come from, and who can check it. */
@ChodaeTest
@Import(Publisher.class)
class SendingDomainTest {

    private static final Optional<NameServer> NAMES = NameServer.startIfInstalled();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Pattern RECORD = Pattern.compile("<code class=\"record\">([^<]*)</code>");
    private static final String PAGE = "/console/settings/mail";

    @LocalServerPort
    private int port;

    @Autowired
    private Publisher publishers;

    @Autowired
    private Offers offers;

    @Autowired
    private PrivatePlays plays;

    @Autowired
    private SendInvitations send;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestMailbox mailbox;

    private Publisher.Ready hotel;
    private HttpBrowser owner;
    private NameServer names;
    private String domain;

    @DynamicPropertySource
    static void resolver(DynamicPropertyRegistry settings) {
        NAMES.ifPresent(server -> settings.add("chodae.dns.resolver", server::address));
    }

    @AfterAll
    static void stop() {
        NAMES.ifPresent(NameServer::close);
    }

    @BeforeEach
    void signedIn() {
        assumeThat(NAMES).isPresent();
        names = NAMES.orElseThrow();
        names.clear();
        hotel = publishers.ready();
        domain = "hotel" + NUMBER.incrementAndGet() + ".example";
        owner = new HttpBrowser(port);
        owner.signIn(hotel.operatorEmail(), Publisher.PASSWORD);
        owner.get(PAGE + "?lang=en");
    }

    @Test
    void mailsComeFromTheOwnAddressOnceItsRecordIsFoundAndNotBefore() throws Exception {
        assertThat(page()).contains("no-reply@chodae.example").doesNotContain("_domainkey");
        name("invitation@" + domain);
        Shown shown = shown().getFirst();
        assertThat(shown.name()).matches("chodae-[0-9a-f]{10}\\._domainkey\\." + Pattern.quote(domain));
        assertThat(shown.value()).startsWith("v=DKIM1; k=rsa; p=MIIBIjAN");

        assertThat(check()).contains("There is no record at " + shown.name());
        assertUnsigned(invited());

        names.add(shown.name(), "v=DKIM1; k=rsa; p=" + "A".repeat(392));
        assertThat(check()).contains("Something else stands at " + shown.name());
        assertUnsigned(invited());

        names.clear();
        names.add(shown.name(), shown.value());
        assertThat(check()).contains("The record is there");
        assertSigned(invited(), shown);
    }

    @Test
    void aNewKeySignsOnceItsRecordIsFoundAndTheOldOneUntilThen() throws Exception {
        Shown old = published();
        owner.post(PAGE + "/key");
        Shown fresh = shown().getFirst();
        assertThat(fresh.name()).isNotEqualTo(old.name());
        assertThat(shown()).hasSize(2);
        assertThat(check()).contains("There is no record at " + fresh.name());
        assertSigned(invited(), old);

        names.add(fresh.name(), fresh.value());
        assertThat(check()).contains("The record is there");
        assertSigned(invited(), fresh);
        assertThat(page()).contains("Old records").contains(old.name());
        assertThat(secrets()).isEqualTo(1);
    }

    @Test
    void anotherAddressOfTheDomainNeedsNoNewKeyAndAnotherDomainDoes() throws Exception {
        Shown shown = published();
        name("hello@" + domain.toUpperCase(java.util.Locale.ROOT));
        assertThat(shown().getFirst()).isEqualTo(shown);
        ReceivedMail mail = invited();
        assertThat(from(mail)).startsWith("hello@");
        verify(mail);

        name("hello@other." + domain);
        assertThat(shown()).hasSize(2);
        assertThat(from(invited())).isEqualTo("hello@" + domain);
    }

    @Test
    void whereTheRecordIsGoneOrTheOwnerStopsMailsComeFromTheServer() throws Exception {
        Shown shown = published();
        names.clear();
        check();
        assertThat(page()).contains("was not found at the last check");
        assertUnsigned(invited());

        names.add(shown.name(), shown.value());
        check();
        assertSigned(invited(), shown);
        owner.post(PAGE + "/stop");
        assertThat(page()).contains("The keys are deleted.");
        assertUnsigned(invited());
        assertThat(secrets()).isZero();
        assertThat(check()).contains("There is no record to check");
    }

    @Test
    void withoutAnAnswerNothingChanges() throws Exception {
        Shown shown = published();
        names.close();
        assertThat(check()).contains("The name servers gave no answer");
        names.clear();
        names.add(shown.name(), shown.value());
        assertSigned(invited(), shown);
    }

    @Test
    void whatIsNoAddressForASenderKeepsWhatWasTyped() {
        HttpResponse<String> none = owner.post(PAGE, "address", "not <an> address");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("value=\"not &lt;an&gt; address\"").contains("This is no mail address");
        assertThat(owner.post(PAGE, "address", "초대@" + domain).body()).contains("Many mail servers refuse");
        assertThat(page()).doesNotContain("_domainkey");
    }

    @Test
    void theSecretPartIsNowhereInTheDatabase() throws Exception {
        published();
        byte[] sealed = jdbc.sql("select sealed_key from sending_key where customer_id = :customer")
                .param("customer", hotel.customer().value())
                .query((row, number) -> row.getBytes("sealed_key"))
                .single();
        assertThatThrownBy(() -> KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(sealed)))
                .isInstanceOf(InvalidKeySpecException.class);
        assertThat(sealed).hasSizeGreaterThan(1200);
    }

    private record Shown(String name, String value) {}

    private Shown published() {
        name("invitation@" + domain);
        Shown shown = shown().getFirst();
        names.add(shown.name(), shown.value());
        assertThat(check()).contains("The record is there");
        return shown;
    }

    private void name(String address) {
        assertThat(owner.post(PAGE, "address", address).statusCode()).isEqualTo(302);
    }

    private String check() {
        assertThat(owner.post(PAGE + "/check").statusCode()).isEqualTo(302);
        return page();
    }

    private String page() {
        return owner.get(PAGE).body();
    }

    private List<Shown> shown() {
        List<String> texts = RECORD.matcher(page())
                .results()
                .map(found -> HtmlUtils.htmlUnescape(found.group(1)))
                .toList();
        return java.util.stream.IntStream.range(0, texts.size() / 2)
                .mapToObj(i -> new Shown(texts.get(2 * i), texts.get(2 * i + 1)))
                .toList();
    }

    private int secrets() {
        return jdbc.sql("select count(sealed_key) from sending_key where customer_id = :customer")
                .param("customer", hotel.customer().value())
                .query(Integer.class)
                .single();
    }

    private ReceivedMail invited() {
        String email = "guest" + NUMBER.incrementAndGet() + "@guests.example";
        Offer offer = offers.create(
                hotel.customer(),
                new OfferContent(
                        "김하나",
                        "hana@list.example",
                        "025550100",
                        "",
                        OptionalLong.empty(),
                        List.of(plays.list(hotel.customer()).getFirst().id())));
        Invitee invitee = new Invitee(EmailAddress.of(email), "Kim", null, null, Language.KO);
        transaction.executeWithoutResult(status ->
                send.send(hotel.customer(), offer.id(), List.of(invitee), Duration.ofDays(3), Actor.system()));
        return mailbox.await(email);
    }

    private static void assertUnsigned(ReceivedMail mail) throws Exception {
        assertThat(from(mail)).isEqualTo("no-reply@chodae.example");
        assertThat(mail.message().getHeader("DKIM-Signature")).isNull();
    }

    private void assertSigned(ReceivedMail mail, Shown by) throws Exception {
        assertThat(from(mail)).isEqualTo("invitation@" + domain);
        assertThat(verify(mail)).isEqualTo(by.name());
    }

    /** By the record that the name server has, as any reader would. */
    private String verify(ReceivedMail mail) throws Exception {
        String[] address = names.address().split(":", -1);
        SimpleResolver resolver = new SimpleResolver(address[0]);
        resolver.setPort(Integer.parseInt(address[1]));
        var signature = new DKIMVerifier(new DNSPublicKeyRecordRetriever(resolver))
                .verify(new ByteArrayInputStream(mail.data()))
                .getFirst();
        return signature.getSelector() + "._domainkey." + signature.getDToken();
    }

    private static String from(ReceivedMail mail) throws Exception {
        return Objects.requireNonNull((InternetAddress) mail.message().getFrom()[0])
                .getAddress();
    }
}
