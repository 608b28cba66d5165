package io.chodae.platform;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What tells who runs the server from whoever merely reaches it: a file of the data directory that its owner alone may
 * read. An address is no proof, for a proxy on this machine lends its own to everybody. A file that is gone is made
 * anew, so that removing it changes the key.
 */
@Component
class ManagementKey {

    private static final String SCHEME = "Bearer ";
    private static final Logger log = LoggerFactory.getLogger(ManagementKey.class);

    private final Path file;
    private final SecureRandom random = new SecureRandom();

    ManagementKey(ChodaeSettings settings) {
        file = settings.dataDir().resolve("management.key");
    }

    /** So that it can be read before it is asked for. A server that cannot keep one runs, and nothing opens what needs it. */
    @EventListener(ApplicationReadyEvent.class)
    void make() {
        try {
            read();
        } catch (UncheckedIOException | IllegalArgumentException e) {
            log.warn(
                    "There is no management key, so that publishers cannot be stopped: {} cannot be written or read.",
                    file.toAbsolutePath().normalize());
        }
    }

    /** @param authorization the header of a request; null where it has none */
    boolean isIn(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        try {
            byte[] sent = authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
            return MessageDigest.isEqual(read().getBytes(StandardCharsets.UTF_8), sent);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            log.warn(
                    "The management key in {} cannot be read.",
                    file.toAbsolutePath().normalize());
            return false;
        }
    }

    private String read() {
        return Base64.getEncoder().encodeToString(ServerSecret.readOrMake(file, random));
    }
}
