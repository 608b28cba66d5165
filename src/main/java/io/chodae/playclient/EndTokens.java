package io.chodae.playclient;

import io.chodae.bizkit.PlayDisabled;
import io.chodae.bizkit.UserWithdrew;
import io.chodae.bizkit.UserWithdrewFromPlay;
import io.chodae.bizkit.UsersShutOut;
import io.chodae.identity.ClientTokens;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whoever leaves, is removed or suspended is signed out of the Plays, and everybody of a Play that is switched off, in
 * the same transaction.
 */
@Component
class EndTokens {

    private final PlayClients clients;
    private final ClientTokens tokens;

    EndTokens(PlayClients clients, ClientTokens tokens) {
        this.clients = clients;
        this.tokens = tokens;
    }

    @EventListener
    void on(UserWithdrew left) {
        tokens.end(List.of(left.account()), clients.ids(left.customer()));
    }

    /** By two statements, however many they are. */
    @EventListener
    void on(UsersShutOut out) {
        tokens.end(out.accounts(), clients.ids(out.customer()));
    }

    @EventListener
    void on(UserWithdrewFromPlay left) {
        clients.find(left.customer(), left.playId())
                .ifPresent(client -> tokens.end(List.of(left.account()), List.of(client.clientId())));
    }

    @EventListener
    void on(PlayDisabled off) {
        clients.find(off.customer(), off.playId()).ifPresent(client -> tokens.endAll(client.clientId()));
    }
}
