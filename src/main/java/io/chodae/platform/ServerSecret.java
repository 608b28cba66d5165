package io.chodae.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The master key: given as a setting, or kept in a file of the data directory that is made at the first start. */
final class ServerSecret {

    private static final int BYTES = 32;

    private ServerSecret() {}

    static Path file(Path dataDirectory) {
        return dataDirectory.resolve("secret.key");
    }

    /**
     * @throws IllegalArgumentException where the text is not Base64 of at least 32 bytes
     */
    static byte[] decode(String text) {
        byte[] key = Base64.getDecoder().decode(text.strip());
        if (key.length < BYTES) {
            throw new IllegalArgumentException("fewer than " + BYTES + " bytes");
        }
        return key;
    }

    static byte[] readOrMake(Path file, SecureRandom random) {
        try {
            if (!Files.exists(file)) {
                byte[] key = new byte[BYTES];
                random.nextBytes(key);
                write(file, Base64.getEncoder().encodeToString(key));
            }
            return decode(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Renamed into place when it is whole: half a key would be taken for a wrong one at the next start. */
    private static void write(Path file, String text) throws IOException {
        Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(
                directory,
                "secret-",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
