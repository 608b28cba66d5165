package io.chodae.suppression;

import io.chodae.mail.EnvelopeSenders;
import io.chodae.mail.MailKey;
import io.chodae.mail.QueuedMail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Secrets;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The envelope's sender of each mail, an address of its own, to which reports about it come back:
 * {@code b+<customer>-<mail>.<MAC>@<return domain>}, the numbers in base 32. Nobody else can make one, so nobody else
 * can have an address suppressed. It survives servers that change the case of letters.
 */
@Component
class ReturnPaths implements EnvelopeSenders {

    private static final Pattern LOCAL =
            Pattern.compile("b\\+([0-9a-v]{1,13})-([0-9a-v]{1,13})\\.([0-9a-v]{16})", Pattern.CASE_INSENSITIVE);

    private static final int RADIX = 32;
    private static final int MAC_OCTETS = 10;
    private static final int MAC_LETTERS = 16;

    private final Secrets secrets;
    private final @Nullable String domain;

    ReturnPaths(Secrets secrets, @Value("${chodae.mail.return-domain:}") String domain) {
        this.secrets = secrets;
        // an address with it is a valid one, and gives the domain as it stands on the wire
        this.domain = domain.isBlank()
                ? null
                : EmailAddress.parse("b@" + domain)
                        .map(EmailAddress::domain)
                        .orElseThrow(() ->
                                new IllegalStateException("chodae.mail.return-domain is no mail domain: " + domain));
    }

    /** Whether mails have return paths of their own; without a domain for them the sender stays the same for all. */
    boolean areOn() {
        return domain != null;
    }

    @Override
    public @Nullable String of(QueuedMail mail) {
        return domain == null ? null : of(new MailKey(mail.customer(), mail.mailId())) + "@" + domain;
    }

    /** The mail that an envelope's recipient stands for; empty where we did not make it. */
    Optional<MailKey> read(String recipient) {
        int at = recipient.lastIndexOf('@');
        if (domain == null || at < 0 || !recipient.substring(at + 1).equalsIgnoreCase(domain)) {
            return Optional.empty();
        }
        String local = recipient.substring(0, at).toLowerCase(Locale.ROOT);
        Matcher parts = LOCAL.matcher(local);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            MailKey mail = new MailKey(
                    new CustomerId(Long.parseLong(parts.group(1), RADIX)), Long.parseLong(parts.group(2), RADIX));
            boolean ours = MessageDigest.isEqual(
                    of(mail).getBytes(StandardCharsets.US_ASCII), local.getBytes(StandardCharsets.US_ASCII));
            return ours ? Optional.of(mail) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private String of(MailKey mail) {
        long customer = mail.customer().value();
        byte[] ids =
                ByteBuffer.allocate(16).putLong(customer).putLong(mail.mailId()).array();
        byte[] mac = Arrays.copyOf(secrets.mac("return-path", ids), MAC_OCTETS);
        String letters = new BigInteger(1, mac).toString(RADIX);
        return "b+" + Long.toString(customer, RADIX) + "-" + Long.toString(mail.mailId(), RADIX) + "."
                + "0".repeat(MAC_LETTERS - letters.length()) + letters;
    }
}
