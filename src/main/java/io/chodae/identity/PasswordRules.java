package io.chodae.identity;

import io.chodae.shared.EmailAddress;
import io.chodae.shared.PlainText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a password must be: long enough, not one of those that are tried first, not the address. Nothing is asked of
 * its composition (NIST SP 800-63B-4, 3.1.1.2).
 */
final class PasswordRules {

    static final int MIN_LENGTH = 10;

    /** Far beyond any pass phrase; keeps a request from having megabytes hashed. */
    private static final int MAX_LENGTH = 256;

    private static final int MIN_DISTINCT = 4;

    private static final Set<String> COMMON = readCommon();

    private PasswordRules() {}

    /** The fault's code without prefix; empty where the password may be used. */
    static Optional<String> check(String password, Optional<EmailAddress> address) {
        if (password.isEmpty()) {
            return Optional.of("password.missing");
        }
        if (PlainText.length(password) < MIN_LENGTH) {
            return Optional.of("password.short");
        }
        if (PlainText.length(password) > MAX_LENGTH) {
            return Optional.of("password.long");
        }
        String lower = password.strip().toLowerCase(Locale.ROOT);
        if (address.filter(a -> isAddress(lower, a)).isPresent()) {
            return Optional.of("password.address");
        }
        return isCommon(lower) ? Optional.of("password.common") : Optional.empty();
    }

    private static boolean isAddress(String lower, EmailAddress address) {
        String local = address.key().substring(0, address.key().lastIndexOf('@'));
        return lower.equals(address.key())
                || lower.equals(address.value().toLowerCase(Locale.ROOT))
                || lower.equals(local);
    }

    private static boolean isCommon(String lower) {
        // "password2026!" is "password" to whoever guesses.
        String stem = lower.replaceAll("[0-9!@#$%^&*._-]+$", "");
        return lower.chars().distinct().count() < MIN_DISTINCT
                || COMMON.contains(lower)
                || COMMON.contains(stem)
                || isRun(lower);
    }

    /** 1234567890, abcdefghij and the same backwards. */
    private static boolean isRun(String text) {
        int step = text.charAt(1) - text.charAt(0);
        for (int i = 2; i < text.length(); i++) {
            boolean wraps = text.charAt(i - 1) == '9' && text.charAt(i) == '0';
            if (text.charAt(i) - text.charAt(i - 1) != step && !wraps) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> readCommon() {
        try (InputStream in = Objects.requireNonNull(PasswordRules.class.getResourceAsStream("common-passwords.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
