package io.chodae.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret part of a mailed link: 32 URL-safe characters (192 bits). The database keeps {@link #hash()} alone,
 * which cannot be turned back. {@code toString} shows nothing, so that a log line cannot leak one.
 */
public final class LinkToken {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{32}");

    private final String text;

    LinkToken(String text) {
        this.text = text;
    }

    /** Reads what came with a request; empty where it cannot be a token of ours. */
    public static Optional<LinkToken> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new LinkToken(text)) : Optional.empty();
    }

    /** The characters for the link. Only a mail that is being rendered, or a form that carries it on, may call this. */
    public String reveal() {
        return text;
    }

    /** SHA-256 of the token, for look-up. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinkToken that && MessageDigest.isEqual(hash(), that.hash());
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "LinkToken[hidden]";
    }
}
