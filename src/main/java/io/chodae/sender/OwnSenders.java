package io.chodae.sender;

import io.chodae.mail.MailMessage;
import io.chodae.mail.MailSettings;
import io.chodae.mail.QueuedMail;
import io.chodae.mail.Signatures;
import io.chodae.sender.SendingKey.State;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Which address a customer's mails come from, and the key that signs for it. Kept for a minute: another node may go on
 * with what this one has changed for as long, which harms no mail as long as the old record stands.
 */
@Component
class OwnSenders implements SendingAddresses, Signatures {

    private static final Duration READ_ANEW = Duration.ofMinutes(1);

    private final SendingKeyStore keys;
    private final MailSettings settings;
    private final Secrets secrets;
    private final Clock clock;
    private final Map<CustomerId, Read> known = new ConcurrentHashMap<>();

    OwnSenders(SendingKeyStore keys, MailSettings settings, Secrets secrets, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.secrets = secrets;
        this.clock = clock;
    }

    private record Own(EmailAddress from, DkimSigner signer) {}

    private record Read(Optional<Own> own, Instant at) {}

    @Override
    public EmailAddress from(CustomerId customer) {
        return own(customer).map(Own::from).orElse(settings.from());
    }

    @Override
    public Optional<MailMessage> signed(QueuedMail mail, MailMessage message) {
        Optional<Own> own = own(mail.customer())
                .filter(one -> one.from().domain().equals(message.from().domain()));
        if (own.isPresent()) {
            return own.map(one -> message.signedBy(bytes -> one.signer().sign(bytes, mail.createdAt())));
        }
        return message.from().equals(settings.from()) ? Optional.of(message) : Optional.empty();
    }

    /** What is known of this customer is to be read again. */
    void forget(CustomerId customer) {
        known.remove(customer);
    }

    private Optional<Own> own(CustomerId customer) {
        Instant now = clock.instant();
        Read read = known.get(customer);
        if (read == null || Duration.between(read.at(), now).abs().compareTo(READ_ANEW) > 0) {
            read = new Read(read(customer), now);
            known.put(customer, read);
        }
        return read.own();
    }

    private Optional<Own> read(CustomerId customer) {
        return keys.find(customer, State.SIGNING)
                .filter(SendingKey::isInUse)
                .flatMap(key -> keys.secret(customer, key.id())
                        .map(secret -> new Own(
                                key.from(),
                                new DkimSigner(key.domain(), key.selector(), SecretKeys.open(secrets, secret)))));
    }
}
