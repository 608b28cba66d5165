package io.chodae.shared;

import com.sanctionco.jmail.JMail;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * A valid e-mail address as it was written, with the one key that two spellings of the same address share.
 * Dots and tags in the local part are kept: they are other addresses for other providers.
 *
 * @param value as written, in NFC, without surrounding blanks
 * @param key NFC, lower case, domain as A-label (RFC 5890); the only form to compare or look up by
 */
public record EmailAddress(String value, String key) {

    /** RFC 5321, 4.5.3.1.3 less the angle brackets. */
    private static final int MAX_OCTETS = 254;

    /** Reads an address; empty where it is none. Quoted local parts and address literals are refused. */
    public static Optional<EmailAddress> parse(String text) {
        String value = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        int at = value.lastIndexOf('@');
        if (at < 1 || at == value.length() - 1 || value.startsWith("\"") || value.endsWith("]")) {
            return Optional.empty();
        }
        return asciiDomain(value.substring(at + 1)).flatMap(domain -> {
            String wire = value.substring(0, at) + "@" + domain;
            if (wire.getBytes(StandardCharsets.UTF_8).length > MAX_OCTETS
                    || !JMail.strictValidator().requireTopLevelDomain().isValid(wire)) {
                return Optional.empty();
            }
            String local = Normalizer.normalize(value.substring(0, at).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
            return Optional.of(new EmailAddress(value, local + "@" + domain));
        });
    }

    /**
     * @throws IllegalArgumentException where the text is no address; for values that were checked before
     */
    public static EmailAddress of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not an e-mail address"));
    }

    /** The domain as A-label, lower case. */
    public String domain() {
        return key.substring(key.lastIndexOf('@') + 1);
    }

    /** What goes on the wire: local part as written, domain as A-label. */
    public String wire() {
        return value.substring(0, value.lastIndexOf('@')) + "@" + domain();
    }

    /** Whether the local part has characters beyond ASCII, so that the relay must offer SMTPUTF8 (RFC 6531). */
    public boolean needsSmtpUtf8() {
        return !wire().chars().allMatch(c -> c < 128);
    }

    @Override
    public String toString() {
        return value;
    }

    private static Optional<String> asciiDomain(String domain) {
        try {
            String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return ascii.isEmpty() ? Optional.empty() : Optional.of(ascii);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
