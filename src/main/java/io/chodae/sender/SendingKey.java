package io.chodae.sender;

import io.chodae.shared.EmailAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key for a customer's sending domain, without its secret part.
 *
 * @param from the address that mails come from while this key signs
 * @param publicKey Base64 of its SubjectPublicKeyInfo
 * @param finding what the name servers had when they were asked last; null: not asked yet
 * @param signsSince null: it never did
 */
public record SendingKey(
        long id,
        EmailAddress from,
        String selector,
        String publicKey,
        State state,
        @Nullable Finding finding,
        @Nullable Instant checkedAt,
        @Nullable Instant signsSince,
        @Nullable Instant retiredAt) {

    /** What a key is there for. */
    public enum State {
        /** Its record is still to be published. */
        WAITING,
        SIGNING,
        /** Another one signs; mails on their way still need its record for some days. */
        RETIRED
    }

    /** What stands in the place of the record. */
    public enum Finding {
        FOUND,
        MISSING,
        DIFFERENT
    }

    public String domain() {
        return from.domain();
    }

    /** The name of the record, without the dot at its end. */
    public String recordName() {
        return selector + "._domainkey." + domain();
    }

    /** The text of the record (RFC 6376, 3.6.1). */
    public String recordValue() {
        return "v=DKIM1; k=rsa; p=" + publicKey;
    }

    /** Mails come from its address only as long as their readers can check that. */
    public boolean isInUse() {
        return state == State.SIGNING && finding == Finding.FOUND;
    }
}
