package io.chodae.sender;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.dns.TxtLookup;
import io.chodae.sender.SendingKey.Finding;
import io.chodae.sender.SendingKey.State;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the name servers whether a customer's key is published. A key that is found signs from now on, in place of the
 * one before; mails of one that is published no longer come from the server's address again.
 */
@Component
public class CheckSendingKey {

    private final SendingKeyStore keys;
    private final OwnSenders senders;
    private final TxtLookup lookup;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;
    private final Clock clock;

    CheckSendingKey(
            SendingKeyStore keys,
            OwnSenders senders,
            TxtLookup lookup,
            TransactionTemplate transaction,
            AuditTrail audit,
            Clock clock) {
        this.keys = keys;
        this.senders = senders;
        this.lookup = lookup;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a check came to. */
    public sealed interface Checked {

        /** It is there; mails come from this address and are signed. */
        record Found(String from) implements Checked {}

        record Missing(String recordName) implements Checked {}

        /** @param texts what stands there instead */
        record Different(String recordName, List<String> texts) implements Checked {}

        /** No name server could tell; nothing has changed. */
        record NoAnswer(String why) implements Checked {}

        /** There is no key, or not any more. */
        record Nothing() implements Checked {}
    }

    /** The key that waits, or else the one that signs. Must not be called in a transaction: name servers take their time. */
    public Checked check(CustomerId customer, Actor actor) {
        Optional<SendingKey> found = keys.find(customer, State.WAITING).or(() -> keys.find(customer, State.SIGNING));
        if (found.isEmpty()) {
            return new Checked.Nothing();
        }
        SendingKey key = found.get();
        return switch (lookup.lookUp(key.recordName())) {
            case TxtLookup.Answer.NoAnswer none -> new Checked.NoAnswer(none.why());
            case TxtLookup.Answer.Texts texts -> judge(customer, key, texts.texts(), actor);
        };
    }

    private Checked judge(CustomerId customer, SendingKey key, List<String> texts, Actor actor) {
        Finding finding = KeyRecord.compare(texts, key.publicKey());
        boolean noted = transaction.execute(status -> note(customer, key, finding, actor));
        senders.forget(customer);
        if (!noted) {
            return new Checked.Nothing();
        }
        return switch (finding) {
            case FOUND -> new Checked.Found(key.from().value());
            case MISSING -> new Checked.Missing(key.recordName());
            case DIFFERENT -> new Checked.Different(key.recordName(), texts);
        };
    }

    private boolean note(CustomerId customer, SendingKey key, Finding finding, Actor actor) {
        keys.lock(customer);
        Instant now = clock.instant();
        if (!keys.note(customer, key.id(), finding, now)) {
            return false;
        }
        boolean waits = keys.find(customer, State.WAITING)
                .filter(one -> one.id() == key.id())
                .isPresent();
        if (waits && finding == Finding.FOUND) {
            keys.retire(customer, State.SIGNING, now);
            keys.startSigning(customer, key.id(), now);
        }
        audit.record(
                customer,
                actor,
                "sender.checked",
                "sending_key",
                String.valueOf(key.id()),
                Map.of("domain", key.domain(), "selector", key.selector(), "finding", finding.name()));
        return true;
    }
}
