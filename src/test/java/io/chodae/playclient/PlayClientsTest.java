package io.chodae.playclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.playclient.RegisterPlayClient.Result;
import io.chodae.testing.TestClock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlayTest
class PlayClientsTest {

    private static final ClientAddresses ADDRESSES =
            ClientAddresses.typed("https://play.example/a\nhttps://play.example/b", "https://play.example/bye");

    @Autowired
    private Kits kits;

    @Autowired
    private PlayClients clients;

    @Autowired
    private RegisterPlayClient register;

    @Autowired
    private ChangePlayClient change;

    @Autowired
    private RenewPlaySecret renew;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Publisher publisher;

    @BeforeEach
    void found() {
        publisher = kits.full();
    }

    @Test
    void aPlayIsRegisteredOnceAndItsSecretIsKeptNowhere() {
        Result.Registered made = registered();
        PlayClient client = client();
        assertThat(client.clientId()).isEqualTo(made.clientId()).startsWith("play-");
        assertThat(client.redirectUris()).isEqualTo(ADDRESSES.redirectUris());
        assertThat(client.postLogoutRedirectUris()).isEqualTo(ADDRESSES.postLogoutRedirectUris());
        assertThat(client.enabled()).isTrue();
        assertThat(client.secretMadeAt()).isEqualTo(clock.instant());
        assertThat(made.toString()).doesNotContain(made.secret());
        assertThat(rows()).isNotEmpty().noneMatch(row -> row.contains(made.secret()));
        assertThat(register()).isEqualTo(new Result.Already());
        assertThat(trail()).containsExactly("play.created", "play.client_registered");
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsStored() {
        ClientAddresses wrong = ClientAddresses.typed("http://play.example/", "");
        assertThat(register.register(publisher.customer(), publisher.play(), wrong, publisher.actor()))
                .isInstanceOf(Result.Faults.class);
        assertThat(clients.find(publisher.customer(), publisher.play())).isEmpty();
        registered();
        assertThat(change.addresses(publisher.customer(), publisher.play(), wrong, publisher.actor()))
                .isInstanceOf(ChangePlayClient.Result.Faults.class);
        assertThat(client().redirectUris()).isEqualTo(ADDRESSES.redirectUris());
    }

    @Test
    void everyChangeIsInTheTrail() {
        registered();
        var other = ClientAddresses.typed("https://play.example/other", "");
        assertThat(change.addresses(publisher.customer(), publisher.play(), other, publisher.actor()))
                .isEqualTo(new ChangePlayClient.Result.Saved());
        assertThat(client().redirectUris()).containsExactly("https://play.example/other");
        assertThat(renew(1)).isTrue();
        assertThat(renew(1)).as("sent twice").isFalse();
        assertThat(renew.endOld(publisher.customer(), publisher.play(), publisher.actor()))
                .isTrue();
        assertThat(renew.endOld(publisher.customer(), publisher.play(), publisher.actor()))
                .as("sent twice")
                .isFalse();
        assertThat(enable(false)).isTrue();
        assertThat(enable(false)).as("sent twice").isFalse();
        assertThat(enable(true)).isTrue();
        assertThat(change.remove(publisher.customer(), publisher.play(), publisher.actor()))
                .isTrue();
        assertThat(change.remove(publisher.customer(), publisher.play(), publisher.actor()))
                .as("sent twice")
                .isFalse();
        assertThat(trail())
                .containsExactly(
                        "play.created",
                        "play.client_registered",
                        "play.client_changed",
                        "play.client_secret_renewed",
                        "play.client_old_secret_ended",
                        "play.client_disabled",
                        "play.client_enabled",
                        "play.client_removed");
    }

    @Test
    void anotherPublisherFindsNothingAndChangesNothing() {
        registered();
        PlayClient before = client();
        Publisher other = kits.full();
        assertThat(clients.find(other.customer(), publisher.play())).isEmpty();
        assertThat(register.register(other.customer(), publisher.play(), ADDRESSES, other.actor()))
                .isEqualTo(new Result.Gone());
        assertThat(change.addresses(other.customer(), publisher.play(), ADDRESSES, other.actor()))
                .isEqualTo(new ChangePlayClient.Result.Gone());
        assertThat(change.enable(other.customer(), publisher.play(), false, other.actor()))
                .isFalse();
        assertThat(change.remove(other.customer(), publisher.play(), other.actor()))
                .isFalse();
        assertThat(renew.renew(other.customer(), publisher.play(), 1, other.actor()))
                .isEmpty();
        assertThat(renew.endOld(other.customer(), publisher.play(), other.actor()))
                .isFalse();
        assertThat(client()).isEqualTo(before);
    }

    private Result register() {
        return register.register(publisher.customer(), publisher.play(), ADDRESSES, publisher.actor());
    }

    private Result.Registered registered() {
        return (Result.Registered) register();
    }

    private boolean renew(int secretNo) {
        return renew.renew(publisher.customer(), publisher.play(), secretNo, publisher.actor())
                .isPresent();
    }

    private boolean enable(boolean enabled) {
        return change.enable(publisher.customer(), publisher.play(), enabled, publisher.actor());
    }

    private PlayClient client() {
        return clients.find(publisher.customer(), publisher.play()).orElseThrow();
    }

    private List<String> trail() {
        return kits.trail(publisher.customer(), "play", publisher.play());
    }

    private List<String> rows() {
        return jdbc.sql("select t::text as row from play_client t union all select t::text from audit_event t")
                .query((row, number) -> row.getString("row"))
                .list();
    }
}
