package io.chodae.sender;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.sender.SendingKey.State;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Goes back to the server's address: a customer's keys sign nothing any more and are forgotten. */
@Component
public class DropSendingKey {

    private final SendingKeyStore keys;
    private final OwnSenders senders;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;
    private final Clock clock;

    DropSendingKey(
            SendingKeyStore keys, OwnSenders senders, TransactionTemplate transaction, AuditTrail audit, Clock clock) {
        this.keys = keys;
        this.senders = senders;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return whether there was anything to drop */
    public boolean drop(CustomerId customer, Actor actor) {
        boolean dropped = transaction.execute(status -> {
            keys.lock(customer);
            Instant now = clock.instant();
            int retired = keys.retire(customer, State.WAITING, now) + keys.retire(customer, State.SIGNING, now);
            if (retired > 0) {
                audit.record(
                        customer,
                        actor,
                        "sender.dropped",
                        "customer",
                        String.valueOf(customer.value()),
                        Map.of("keys", String.valueOf(retired)));
            }
            return retired > 0;
        });
        senders.forget(customer);
        return dropped;
    }
}
