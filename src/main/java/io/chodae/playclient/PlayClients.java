package io.chodae.playclient;

import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which Plays people sign in to through this server. */
@Component
public class PlayClients {

    private final JdbcClient jdbc;
    private final Clock clock;

    PlayClients(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The registration of one of this customer's Plays. */
    public Optional<PlayClient> find(CustomerId customer, long playId) {
        return jdbc.sql(ClientRow.SELECT + " where c.customer_id = :customer and c.play_id = :play")
                .param("customer", customer.value())
                .param("play", playId)
                .query(ClientRow::read)
                .optional()
                .map(ClientRow::client)
                .map(this::asOfNow);
    }

    /** Whoever asks for a sign-in names nothing but this id, and the customer follows from it. */
    Optional<ClientRow> byClientId(String clientId) {
        return jdbc.sql(ClientRow.SELECT + " where c.client_id = :client")
                .param("client", clientId)
                .query(ClientRow::read)
                .optional();
    }

    /** Ids of a customer's clients. */
    List<String> ids(CustomerId customer) {
        return jdbc.sql("select client_id from play_client where customer_id = :customer")
                .param("customer", customer.value())
                .query((row, number) -> row.getString("client_id"))
                .list();
    }

    private PlayClient asOfNow(PlayClient client) {
        if (client.oldSecretUntil() == null || client.oldSecretUntil().isAfter(clock.instant())) {
            return client;
        }
        return new PlayClient(
                client.customer(),
                client.playId(),
                client.clientId(),
                client.redirectUris(),
                client.postLogoutRedirectUris(),
                client.secretNo(),
                client.secretMadeAt(),
                null,
                client.enabled(),
                client.created());
    }
}
