package io.chodae.mail;

import jakarta.mail.MessagingException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Says in plain words why a connection did not turn to TLS, and what to set. The library's own exception is not kept: its
 * words stand at the end of the chain and would be told instead.
 */
final class TlsFault {

    private TlsFault() {}

    static MessagingException notOffered(StartTls policy) {
        String why = policy == StartTls.REQUIRED
                ? "and chodae.mail.starttls requires it"
                : "and the password for it must not travel unencrypted";
        return new MessagingException("The relay offers no encryption (STARTTLS), " + why
                + ": have the relay offer it, or set chodae.mail.starttls to preferred, without a password, or"
                + " to off");
    }

    /** Empty where the failure has nothing to do with TLS. */
    static Optional<MessagingException> distrust(MessagingException failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SSLException) {
                return Optional.of(new MessagingException(
                        "The relay's certificate cannot be trusted, or encryption failed otherwise: set"
                                + " spring.mail.host to the name in its certificate, and name who signed that in"
                                + " spring.mail.ssl.bundle. (" + each.getMessage() + ")"));
            }
        }
        return Optional.empty();
    }
}
