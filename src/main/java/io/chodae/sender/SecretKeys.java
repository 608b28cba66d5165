package io.chodae.sender;

import io.chodae.shared.Secrets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;

/** Makes keys for signing mails, and seals them under the master key, which the database does not hold. */
final class SecretKeys {

    private static final String PURPOSE = "sending-key";
    private static final int BITS = 2048;

    private SecretKeys() {}

    /** Takes a tenth of a second or more: not within a transaction. */
    static KeyPair make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] seal(Secrets secrets, PrivateKey key) {
        return secrets.seal(PURPOSE, key.getEncoded());
    }

    static PrivateKey open(Secrets secrets, byte[] secret) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(secrets.open(PURPOSE, secret)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
