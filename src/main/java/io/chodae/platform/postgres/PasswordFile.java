package io.chodae.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The generated password of the server, in a file that its owner alone may read. */
record PasswordFile(Path file) {

    /** @param needed whether a cluster exists already that knows no other password */
    String readOrMake(boolean needed) {
        try {
            if (!Files.exists(file)) {
                if (needed) {
                    throw new PostgresRefused("The file " + file + " with the password of the database beside it is"
                            + " gone: bring it back from a backup.");
                }
                byte[] random = new byte[24];
                new SecureRandom().nextBytes(random);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
