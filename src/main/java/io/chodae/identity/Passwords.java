package io.chodae.identity;

import java.text.Normalizer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords: PBKDF2 with HMAC-SHA-512 and 210,000 rounds (OWASP's figure), which takes any length, where bcrypt
 * ends at 72 bytes. The hash says how it was made, so that a stronger way can follow and old hashes are renewed at
 * the next sign-in. Passwords are compared in NFC: keyboards differ in how they compose Hangul.
 */
@Component
class Passwords implements PasswordEncoder {

    private static final String CURRENT = "pbkdf2-sha512-210k";

    /** Hashing holds a core, and with it a carrier of virtual threads: one core is left to everybody else. */
    private final Semaphore cores =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), true);

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            CURRENT,
            Map.of(
                    CURRENT,
                    new Pbkdf2PasswordEncoder("", 16, 210_000, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512),
                    // What Spring Security's own defaults write and others do, for directories that are moved here.
                    "bcrypt",
                    new BCryptPasswordEncoder(),
                    "argon2",
                    Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8(),
                    "argon2@SpringSecurity_v5_8",
                    Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8(),
                    "pbkdf2@SpringSecurity_v5_8",
                    Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()));

    /** A hash of a given password; never null for one. */
    String hash(String password) {
        return hashing(() -> Objects.requireNonNull(encoder.encode(normal(password))));
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return password == null ? null : hash(password.toString());
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return password != null && hash != null && hashing(() -> encoder.matches(normal(password), hash));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private <T> T hashing(Supplier<T> work) {
        cores.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            cores.release();
        }
    }

    private static String normal(CharSequence password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
