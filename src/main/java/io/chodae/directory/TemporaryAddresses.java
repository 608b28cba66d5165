package io.chodae.directory;

import io.chodae.shared.EmailAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The addresses of accounts that lost theirs: {@code user%domain@} and the domain that is set for it. They are names and
 * receive no mail, so by default the domain is one that nobody can ever own (RFC 2606).
 */
@Component
class TemporaryAddresses {

    /** RFC 5321, 4.5.3.1.1. */
    private static final int MAX_LOCAL = 64;

    private final String domain;

    TemporaryAddresses(@Value("${chodae.eviction.temporary-domain:moved.invalid}") String domain) {
        // a mistake in the setting keeps the server from starting instead of an eviction from working
        this.domain = EmailAddress.of("somebody@" + domain).domain();
    }

    /**
     * One for an account.
     *
     * @param number of the eviction; told where the plain form is too long for an address or taken
     */
    EmailAddress of(EmailAddress before, long number, boolean plain) {
        String local = before.key().replace('@', '%');
        if (plain && local.length() <= MAX_LOCAL && local.chars().allMatch(c -> c < 128)) {
            return EmailAddress.parse(local + "@" + domain).orElseGet(() -> numbered(local, number));
        }
        return numbered(local, number);
    }

    private EmailAddress numbered(String local, long number) {
        String tail = "-" + number;
        String ascii = local.chars()
                .filter(c -> c < 128)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String head =
                ascii.length() + tail.length() <= MAX_LOCAL ? ascii : ascii.substring(0, MAX_LOCAL - tail.length());
        return EmailAddress.parse(head + tail + "@" + domain)
                .orElseGet(() -> EmailAddress.of("account" + tail + "@" + domain));
    }
}
