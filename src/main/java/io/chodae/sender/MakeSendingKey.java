package io.chodae.sender;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.sender.SendingKey.State;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Secrets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Names a customer's own address to send from and makes the key for its domain, or a new key in place of one that
 * signs. Nothing changes for any mail until the new record is found.
 */
@Component
public class MakeSendingKey {

    private final SendingKeyStore keys;
    private final OwnSenders senders;
    private final Secrets secrets;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;
    private final Clock clock;

    MakeSendingKey(
            SendingKeyStore keys,
            OwnSenders senders,
            Secrets secrets,
            TransactionTemplate transaction,
            AuditTrail audit,
            Clock clock) {
        this.keys = keys;
        this.senders = senders;
        this.secrets = secrets;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /** Within the domain of a key that is there only the address changes; another domain gets a key of its own. */
    public SendingKeyResult name(CustomerId customer, String typed, Actor actor) {
        Optional<EmailAddress> parsed = EmailAddress.parse(typed);
        if (parsed.isEmpty()) {
            return new SendingKeyResult.NoAddress();
        }
        EmailAddress from = parsed.get();
        if (from.needsSmtpUtf8()) {
            return new SendingKeyResult.NotAscii();
        }
        KeyPair pair = SecretKeys.make();
        SendingKeyResult result = change(
                customer,
                current -> current.filter(key -> key.domain().equals(from.domain()))
                        .<SendingKeyResult>map(key -> readdress(customer, key, from, actor))
                        .orElseGet(() -> make(customer, from, pair, actor)));
        senders.forget(customer);
        return result;
    }

    /** A new key for the same address; the one before signs until the new record is found. */
    public SendingKeyResult renew(CustomerId customer, Actor actor) {
        KeyPair pair = SecretKeys.make();
        return change(
                customer,
                current -> current.<SendingKeyResult>map(key -> make(customer, key.from(), pair, actor))
                        .orElseGet(SendingKeyResult.NoDomain::new));
    }

    /** @param decide gets the key that waits, or else the one that signs */
    private SendingKeyResult change(CustomerId customer, Function<Optional<SendingKey>, SendingKeyResult> decide) {
        return transaction.execute(status -> {
            keys.lock(customer);
            return decide.apply(keys.find(customer, State.WAITING).or(() -> keys.find(customer, State.SIGNING)));
        });
    }

    private SendingKeyResult readdress(CustomerId customer, SendingKey key, EmailAddress from, Actor actor) {
        keys.readdress(customer, key.id(), from);
        record(customer, actor, "sender.renamed", key.id(), Map.of("from", from.value()));
        return new SendingKeyResult.Saved();
    }

    private SendingKeyResult make(CustomerId customer, EmailAddress from, KeyPair pair, Actor actor) {
        Instant now = clock.instant();
        String selector = selector(pair.getPublic());
        keys.retire(customer, State.WAITING, now);
        long id = keys.insert(
                customer,
                from,
                selector,
                Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
                SecretKeys.seal(secrets, pair.getPrivate()),
                now);
        record(customer, actor, "sender.key_made", id, Map.of("from", from.value(), "selector", selector));
        return new SendingKeyResult.KeyMade();
    }

    /** Of the key itself, so that two customers with one domain never ask for the same record. */
    private static String selector(PublicKey key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return "chodae-" + HexFormat.of().formatHex(hash, 0, 5);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void record(CustomerId customer, Actor actor, String action, long key, Map<String, String> details) {
        audit.record(customer, actor, action, "sending_key", String.valueOf(key), details);
    }
}
