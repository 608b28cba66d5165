package io.chodae.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

/** What the policy for STARTTLS lets through, against a relay with a certificate that only a bundle vouches for. */
class StartTlsTest extends RelayedMails {

    private static final KeyStore OF_THE_ADDRESS = TestCertificates.selfSigned("ip:127.0.0.1");
    private static final KeyStore OF_ANOTHER = TestCertificates.selfSigned("dns:other.example");

    private final DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();

    @BeforeEach
    void vouchFor() {
        bundles.registerBundle("own", trusting(OF_THE_ADDRESS));
        bundles.registerBundle("other", trusting(OF_ANOTHER));
        office.beans.addBean("bundles", bundles);
        office.enqueue(1, 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUIRED", "PREFERRED"})
    void whereItIsOfferedNoMailGoesWithoutIt(StartTls policy) {
        relay.withStartTls(TestCertificates.server(OF_THE_ADDRESS));
        send(policy, "own");
        assertThat(office.delivery(1).state()).isEqualTo(DeliveryState.SENT);
        assertThat(relay.commands())
                .filteredOn(line -> line.contains("MAIL FROM"))
                .singleElement()
                .asString()
                .startsWith("TLS ");
    }

    @ParameterizedTest
    @CsvSource({"REQUIRED, ''", "PREFERRED, ''", "REQUIRED, other", "PREFERRED, other"})
    void aCertificateThatNobodyVouchesForIsNotTrusted(StartTls policy, String bundle) {
        relay.withStartTls(TestCertificates.server(OF_THE_ADDRESS));
        MailPump pump = send(policy, bundle);
        assertWaits(pump, "certificate cannot be trusted", "spring.mail.ssl.bundle");
    }

    @Test
    void aCertificateOfAnotherNameIsNotTrusted() {
        relay.withStartTls(TestCertificates.server(OF_ANOTHER));
        MailPump pump = send(StartTls.REQUIRED, "other");
        assertWaits(pump, "certificate cannot be trusted", "127.0.0.1");
    }

    @Test
    void whereItIsRequiredAndNotOfferedMailsWaitUntilItIs() {
        MailPump pump = send(StartTls.REQUIRED, "own");
        assertWaits(pump, "offers no encryption (STARTTLS)", "chodae.mail.starttls");
        String reply = String.valueOf(new MailHealth(pump, office.store, office.meters)
                .health()
                .getDetails()
                .get("reply"));
        assertThat(reply).startsWith("The relay offers no encryption (STARTTLS)");

        relay.withStartTls(TestCertificates.server(OF_THE_ADDRESS));
        clock.advance(Duration.ofMinutes(1));
        pump.runDue();
        assertThat(office.delivery(1).state()).isEqualTo(DeliveryState.SENT);
        assertThat(office.delivery(1).attempts()).isEqualTo(1);
    }

    @Test
    void preferredGoesWithoutItWhereItIsNotOffered() {
        send(StartTls.PREFERRED, "own");
        assertThat(office.delivery(1).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void preferredKeepsAPasswordFromGoingWithoutIt() {
        office.relay.setUsername("chodae");
        office.relay.setPassword("secret");
        MailPump pump = send(StartTls.PREFERRED, "own");
        assertWaits(pump, "password for it must not travel unencrypted");
        assertThat(relay.commands()).noneMatch(line -> line.startsWith("AUTH"));
    }

    @Test
    void offAsksForNothing() {
        relay.withStartTls(TestCertificates.server(OF_THE_ADDRESS));
        send(StartTls.OFF, "");
        assertThat(office.delivery(1).state()).isEqualTo(DeliveryState.SENT);
        assertThat(relay.commands()).noneMatch(line -> line.contains("STARTTLS"));
    }

    @ParameterizedTest
    @CsvSource({
        "smtp.example, REQUIRED",
        "10.0.0.7, REQUIRED",
        "127.example, REQUIRED",
        "localhost.example, REQUIRED",
        "localhost, OFF",
        "127.0.0.1, OFF",
        "127.8.9.10, OFF",
        "::1, OFF",
        "[::1], OFF",
    })
    void withoutASettingOnlyARelayOnThisMachineDoesWithoutIt(String host, StartTls policy) {
        assertThat(StartTls.of("", host)).isEqualTo(policy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "smtp.example"})
    void aSettingRulesForEveryHost(String host) {
        assertThat(List.of("required", "preferred", "off"))
                .extracting(setting -> StartTls.of(setting, host))
                .containsExactly(StartTls.REQUIRED, StartTls.PREFERRED, StartTls.OFF);
    }

    private MailPump send(StartTls policy, String bundle) {
        office.startTls = policy.name().toLowerCase(java.util.Locale.ROOT);
        if (!bundle.isEmpty()) {
            office.relay.getSsl().setBundle(bundle);
        }
        office.relay.getSsl().setEnabled(false);
        MailPump pump = office.pump(1);
        pump.runDue();
        return pump;
    }

    private void assertWaits(MailPump pump, String... words) {
        assertThat(office.delivery(1).state()).isEqualTo(DeliveryState.QUEUED);
        assertThat(office.delivery(1).attempts()).isZero();
        assertThat(relay.received()).isEmpty();
        assertThat(relay.commands()).noneMatch(line -> line.contains("MAIL FROM"));
        assertThat(Objects.requireNonNull(pump.fault()).words()).contains(words);
    }

    private static SslBundle trusting(KeyStore certificate) {
        return SslBundle.of(SslStoreBundle.of(null, null, certificate));
    }
}
