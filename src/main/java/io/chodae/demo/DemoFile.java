package io.chodae.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code demo.json} under the data directory: how to get in, for people and for tests.
 *
 * @param play the Play that signs people in, with the secret of its client: the sample Play reads it here; left out where
 *     the data is of an older demo
 * @param serviceAccountKeyFile path of a key file as Google's client libraries read it, beside this file; left out where
 *     the data is of an older demo
 * @param administrator in whose name that service account may act
 * @param mailbox left out where the mails go to a relay of the operator's own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DemoFile(
        String baseUrl,
        SignIn console,
        String customer,
        SignIn invitee,
        @Nullable Play play,
        @Nullable Mailbox mailbox,
        @Nullable String serviceAccountKeyFile,
        @Nullable String administrator) {

    record SignIn(String email, String password) {}

    record Play(String name, String link, String issuer, String clientId, String clientSecret, String redirectUri) {

        /** A secret is not printed by accident. */
        @Override
        public String toString() {
            return "Play[" + clientId + "]";
        }
    }

    record Mailbox(String page, String api) {}

    static Optional<DemoFile> read(Path dataDir, JsonMapper json) {
        Path file = file(dataDir);
        return Files.isRegularFile(file)
                ? Optional.of(json.readValue(file.toFile(), DemoFile.class))
                : Optional.empty();
    }

    void write(Path dataDir, JsonMapper json) throws IOException {
        write(file(dataDir), json.writerWithDefaultPrettyPrinter().writeValueAsString(this));
    }

    /** A file that nobody else on this machine reads. */
    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text + "\n");
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static Path file(Path dataDir) {
        return dataDir.resolve("demo").resolve("demo.json");
    }
}
