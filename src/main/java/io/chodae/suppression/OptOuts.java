package io.chodae.suppression;

import io.chodae.mail.MailKey;
import io.chodae.mail.SentMails;
import io.chodae.shared.CustomerId;
import io.chodae.shared.LinkToken;
import io.chodae.shared.Secrets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The links by which a reader stops a customer's mails. A link names one mail and is made when that is written; it is
 * kept nowhere, tells nothing of what it names, and works for as long as the mail is in the outbox.
 */
@Component
public class OptOuts {

    private static final String PURPOSE = "opt-out";

    private final Secrets secrets;
    private final SentMails mails;
    private final Suppressions suppressions;

    OptOuts(Secrets secrets, SentMails mails, Suppressions suppressions) {
        this.secrets = secrets;
        this.mails = mails;
        this.suppressions = suppressions;
    }

    /** Of one mail, the same at every attempt. */
    public static LinkToken token(Secrets secrets, CustomerId customer, long mailId) {
        return secrets.hide(PURPOSE, customer.value(), mailId);
    }

    /** Whose mails a link stops, and for whom; changes nothing. Empty where it is none of ours. */
    public Optional<OptOutLink> open(LinkToken token) {
        return secrets.find(PURPOSE, token)
                .map(named -> new MailKey(new CustomerId(named.first()), named.second()))
                // the server itself writes to whoever asks for it, and to nobody else
                .filter(mail -> !mail.customer().equals(CustomerId.HOUSE))
                .flatMap(mail -> mails.recipient(mail)
                        .map(to -> new OptOutLink(
                                mail.customer(),
                                to,
                                suppressions
                                                .suppressedAmong(mail.customer(), List.of(to.key()))
                                                .get(to.key())
                                        == SuppressionReason.OPTED_OUT)));
    }
}
