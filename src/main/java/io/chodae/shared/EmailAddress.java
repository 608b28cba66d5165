package io.chodae.shared;

import com.sanctionco.jmail.EmailValidator;
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

    /** RFC 5321, 4.5.3.1.1. */
    private static final int MAX_LOCAL_OCTETS = 64;

    private static final EmailValidator SYNTAX = JMail.strictValidator()
            .requireTopLevelDomain()
            .disallowIpDomain()
            .disallowQuotedIdentifiers()
            .disallowExplicitSourceRouting()
            .disallowObsoleteWhitespace();

    /**
     * Reads an address; empty where it is none. Only the form that people use is one (RFC 5322's dot-atom, with
     * letters of any script by RFC 6531): quoted local parts, comments and address literals are refused.
     */
    public static Optional<EmailAddress> parse(String text) {
        String value = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        int at = value.lastIndexOf('@');
        if (at < 1 || at == value.length() - 1 || value.length() > MAX_OCTETS) {
            return Optional.empty();
        }
        String local = value.substring(0, at);
        String domain = asciiDomain(value.substring(at + 1));
        String wire = local + "@" + domain;
        if (!plain(local) || octets(local) > MAX_LOCAL_OCTETS || octets(wire) > MAX_OCTETS || !SYNTAX.isValid(wire)) {
            return Optional.empty();
        }
        return Optional.of(new EmailAddress(value, folded(local) + "@" + domain));
    }

    /** The key of a value that was found valid before: what is dear about an address is to find out whether it is one. */
    public static String keyOfValid(String value) {
        if (isAscii(value)) {
            return value.toLowerCase(Locale.ROOT);
        }
        int at = value.lastIndexOf('@');
        return folded(value.substring(0, at)) + "@" + asciiDomain(value.substring(at + 1));
    }

    private static String folded(String local) {
        return isAscii(local)
                ? local.toLowerCase(Locale.ROOT)
                : Normalizer.normalize(local.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
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
        return !isAscii(wire());
    }

    @Override
    public String toString() {
        return value;
    }

    /** The domain as A-label, lower case; a text that no validator accepts where there is none. */
    private static String asciiDomain(String domain) {
        if (isAscii(domain)) {
            // the validator would let a comment pass behind it
            return domain.indexOf('(') < 0 ? domain.toLowerCase(Locale.ROOT) : "";
        }
        // the JDK maps these four as IDNA2003 did, to another domain than the one written (RFC 5894, 7.2)
        if (domain.chars().anyMatch(c -> c == 'ß' || c == 'ς' || c == 0x200C || c == 0x200D)) {
            return "";
        }
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Without blanks, brackets, comments and quotes, and beyond ASCII nothing that cannot be seen. */
    private static boolean plain(String local) {
        for (int i = 0; i < local.length(); ) {
            int c = local.codePointAt(i);
            if (c < 128 ? c <= ' ' || c == 127 || "()<>[]:;@\\,\"".indexOf(c) >= 0 : !visible(c)) {
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }

    private static boolean visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static int octets(String text) {
        return isAscii(text) ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }
}
