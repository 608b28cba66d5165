package io.chodae.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
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

    private final byte[] master;
    private final SecureRandom random;

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

    /** HMAC-SHA-256 under a key of its own for each purpose. */
    public byte[] mac(String purpose, byte[] data) {
        return hmac(hmac(master, purpose.getBytes(StandardCharsets.UTF_8)), data);
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
