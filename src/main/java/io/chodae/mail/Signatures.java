package io.chodae.mail;

import java.util.Optional;

/** Who signs mails that come from a customer's own address. Implemented by the room that keeps the keys. */
@FunctionalInterface
public interface Signatures {

    /**
     * The mail as it may go out: {@linkplain MailMessage#signedBy to be signed} where it comes from the customer's own
     * domain. Empty where that domain is not the customer's any more, so that the mail has to be written anew. Asked
     * for every mail, many times a second.
     */
    Optional<MailMessage> signed(QueuedMail mail, MailMessage message);
}
