package io.chodae.domain;

import io.chodae.shared.EmailAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/** Reads what was typed as a domain, and knows what is nobody's own. */
final class DomainNames {

    /** The name of the proof's record must fit too (RFC 1035, 2.3.4). */
    private static final int LONGEST = 230;

    private static final PublicSuffixMatcher SUFFIXES = PublicSuffixMatcherLoader.getDefault();
    private static final Set<String> FREE_MAIL = freeMail();

    private DomainNames() {}

    /** The name as accounts have it, or why it cannot be claimed. */
    sealed interface Read {
        record Name(String name) implements Read {}

        record Refused(ClaimResult.Reason reason) implements Read {}
    }

    /** People copy an address of a page or of a mail; its domain is meant. */
    static Read read(String typed) {
        String host = typed.strip()
                .replaceFirst("(?i)^https?://", "")
                .replaceFirst("[/?#].*$", "")
                .replaceFirst("^[^@]*@", "")
                .replaceFirst("\\.$", "");
        // by the one rule for the domains of addresses, so that domain and accounts meet
        Optional<String> name =
                EmailAddress.parse("a@" + host).map(EmailAddress::domain).filter(domain -> domain.length() <= LONGEST);
        if (name.isEmpty()) {
            return new Read.Refused(ClaimResult.Reason.NO_DOMAIN);
        }
        if (SUFFIXES.getDomainRoot(name.get()) == null) {
            return new Read.Refused(ClaimResult.Reason.PUBLIC_SUFFIX);
        }
        return FREE_MAIL.contains(name.get())
                ? new Read.Refused(ClaimResult.Reason.FREE_MAIL)
                : new Read.Name(name.get());
    }

    private static Set<String> freeMail() {
        try (InputStream in = DomainNames.class.getResourceAsStream("free-mail.txt")) {
            if (in == null) {
                throw new IllegalStateException("the list of mail services is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
