package io.chodae.sender;

import io.chodae.mail.MailSettings;
import io.chodae.sender.SendingKey.State;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a customer's mails are sent, for its settings. */
@Component
public class SendingDomains {

    /** Mails that were signed may wait so long on their way, and somewhat longer for a reader. */
    private static final Duration RECORD_KEPT = Duration.ofDays(14);

    private final SendingKeyStore keys;
    private final MailSettings settings;
    private final Clock clock;

    SendingDomains(SendingKeyStore keys, MailSettings settings, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The keys of a customer.
     *
     * @param server the address that mails come from where no own one is in use
     * @param retired whose records may not be removed yet
     */
    public record SendingDomain(
            EmailAddress server, Optional<SendingKey> signing, Optional<SendingKey> waiting, List<SendingKey> retired) {

        /** The address that mails come from now. */
        public EmailAddress from() {
            return signing.filter(SendingKey::isInUse).map(SendingKey::from).orElse(server);
        }

        /** The own address, in use or to be. */
        public Optional<EmailAddress> wanted() {
            return waiting.or(() -> signing).map(SendingKey::from);
        }
    }

    @Transactional(readOnly = true)
    public SendingDomain of(CustomerId customer) {
        return new SendingDomain(
                settings.from(),
                keys.find(customer, State.SIGNING),
                keys.find(customer, State.WAITING),
                keys.retiredSince(customer, clock.instant().minus(RECORD_KEPT)));
    }
}
