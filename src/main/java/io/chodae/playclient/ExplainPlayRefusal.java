package io.chodae.playclient;

import io.chodae.bizkit.MayUsePlay;
import io.chodae.bizkit.PlayAccess;
import io.chodae.bizkit.PrivatePlay;
import io.chodae.bizkit.PrivatePlays;
import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import io.chodae.shared.AccountId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says to a person why a Play is closed to them. */
@Component
public class ExplainPlayRefusal {

    private final PlayClients clients;
    private final PrivatePlays plays;
    private final Customers customers;
    private final MayUsePlay mayUse;

    ExplainPlayRefusal(PlayClients clients, PrivatePlays plays, Customers customers, MayUsePlay mayUse) {
        this.clients = clients;
        this.plays = plays;
        this.customers = customers;
        this.mayUse = mayUse;
    }

    /** As of now; empty where no Play has this id as a client. */
    public Optional<PlayRefusal> explain(String clientId, AccountId account) {
        return clients.byClientId(clientId)
                .map(ClientRow::client)
                .flatMap(client -> plays.find(client.customer(), client.playId())
                        .flatMap(play -> customers
                                .find(client.customer())
                                .map(publisher -> of(client, play, publisher, account))));
    }

    private PlayRefusal of(PlayClient client, PrivatePlay play, Customer publisher, AccountId account) {
        return new PlayRefusal(
                client.customer(),
                publisher.externalId(),
                publisher.name(),
                play.id(),
                play.name(),
                play.hasIcon(),
                client.redirectUris(),
                access(client, play, account));
    }

    /** With its sign-in switched off a Play is off for the person, whatever else holds. */
    private PlayAccess access(PlayClient client, PrivatePlay play, AccountId account) {
        PlayAccess access = mayUse.ask(client.customer(), play.id(), account);
        return access instanceof PlayAccess.Granted && !client.enabled()
                ? new PlayAccess.Refused(PlayAccess.Reason.PLAY_OFF, null)
                : access;
    }
}
