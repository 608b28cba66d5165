package io.chodae.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Everything that is derived from the server's master key, which lives outside the database: link tokens are MACs
 * over what they name, so that a mail rendered twice carries the same link while the database alone can make none.
 */
public final class Secrets {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int BLOCK_BYTES = 16;
    private static final int TOKEN_BYTES = 24;

    private final byte[] master;
    private final SecureRandom random;

    /** By purpose, of which there are a dozen: each would be derived anew for each of a hundred thousand mails. */
    private final Map<String, byte[]> keys = new ConcurrentHashMap<>();

    /**
     * @param master at least 32 bytes from a secure random source
     * @param random source of the nonces of {@link #seal}
     */
    public Secrets(byte[] master, SecureRandom random) {
        if (master.length < 32) {
            throw new IllegalArgumentException("a master key has at least 32 bytes");
        }
        this.master = master.clone();
        this.random = random;
    }

    /** The token of one link: the same purpose and ids give the same token on every node that shares the key. */
    public LinkToken token(String purpose, long... ids) {
        ByteBuffer buffer = ByteBuffer.allocate(ids.length * Long.BYTES);
        for (long id : ids) {
            buffer.putLong(id);
        }
        byte[] mac = mac("link:" + purpose, buffer.array());
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, 24)));
    }

    /**
     * The token of a link that names two numbers and shows neither, for links that are kept nowhere: the numbers as one
     * block of AES, with a MAC over it. The same numbers give the same token.
     */
    public LinkToken hide(String purpose, long first, long second) {
        byte[] numbers =
                ByteBuffer.allocate(BLOCK_BYTES).putLong(first).putLong(second).array();
        byte[] block = block(Cipher.ENCRYPT_MODE, purpose, numbers);
        byte[] token = Arrays.copyOf(block, TOKEN_BYTES);
        System.arraycopy(mac("hidden:" + purpose, block), 0, token, BLOCK_BYTES, TOKEN_BYTES - BLOCK_BYTES);
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    /** The numbers that were {@linkplain #hide hidden}; empty for a token that this server did not make for it. */
    public Optional<Hidden> find(String purpose, LinkToken token) {
        byte[] bytes = Base64.getUrlDecoder().decode(token.reveal());
        byte[] block = Arrays.copyOf(bytes, BLOCK_BYTES);
        byte[] mac = Arrays.copyOf(mac("hidden:" + purpose, block), TOKEN_BYTES - BLOCK_BYTES);
        if (!MessageDigest.isEqual(mac, Arrays.copyOfRange(bytes, BLOCK_BYTES, TOKEN_BYTES))) {
            return Optional.empty();
        }
        ByteBuffer numbers = ByteBuffer.wrap(block(Cipher.DECRYPT_MODE, purpose, block));
        return Optional.of(new Hidden(numbers.getLong(), numbers.getLong()));
    }

    /** What {@link #find} finds. */
    public record Hidden(long first, long second) {}

    /** HMAC-SHA-256 under a key of its own for each purpose. */
    public byte[] mac(String purpose, byte[] data) {
        return hmac(keys.computeIfAbsent(purpose, named -> hmac(master, named.getBytes(StandardCharsets.UTF_8))), data);
    }

    /** Encrypts and authenticates (AES-256-GCM) what must rest in the database; {@link #open} reverses it. */
    public byte[] seal(String purpose, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, purpose, nonce, plain);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * @throws IllegalArgumentException where the bytes were not sealed for this purpose under this master key
     */
    public byte[] open(String purpose, byte[] sealed) {
        if (sealed.length < NONCE_BYTES) {
            throw new IllegalArgumentException("too short to have been sealed");
        }
        return crypt(
                Cipher.DECRYPT_MODE,
                purpose,
                Arrays.copyOf(sealed, NONCE_BYTES),
                Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
    }

    private byte[] crypt(int mode, String purpose, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            byte[] key = mac("seal:" + purpose, new byte[0]);
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not sealed for this purpose under this key", e);
        }
    }

    /** One block alone, so that the mode that chains blocks has nothing to say. */
    @SuppressWarnings("InsecureCryptoUsage")
    private byte[] block(int mode, String purpose, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(mode, new SecretKeySpec(mac("hide:" + purpose, new byte[0]), "AES"));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
