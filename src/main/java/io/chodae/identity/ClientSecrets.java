package io.chodae.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Secrets of clients. They are made here and nowhere else, with 256 random bits, so that SHA-256 keeps them as well as a
 * slow hash would; each request for a token checks one. What is stored may hold several hashes, one of which must fit.
 */
public final class ClientSecrets implements PasswordEncoder {

    /** Of whatever is made here; no token of the provider's own begins so. */
    static final String PREFIX = "chodae_";

    private static final int BYTES = 32;

    /** A new secret, to be shown once and kept nowhere. */
    public static String make(RandomGenerator random) {
        return make(random, PREFIX);
    }

    /** @param prefix by which people and scanners know what it opens; begins with {@link #PREFIX} */
    static String make(RandomGenerator random, String prefix) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The form to store. */
    public static String hash(CharSequence secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(secret.toString().getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return secret == null ? null : hash(secret);
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String stored) {
        if (secret == null || stored == null) {
            return false;
        }
        byte[] presented = hash(secret).getBytes(StandardCharsets.US_ASCII);
        boolean fits = false;
        for (String one : stored.split(" ", -1)) {
            fits |= MessageDigest.isEqual(presented, one.getBytes(StandardCharsets.US_ASCII));
        }
        return fits;
    }
}
