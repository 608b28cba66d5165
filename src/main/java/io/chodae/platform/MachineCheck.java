package io.chodae.platform;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds what this machine does not let the server do: listen on its port, write to its directory. */
final class MachineCheck {

    private MachineCheck() {}

    static Optional<String> port(String address, int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            return socket.isBound() ? Optional.empty() : Optional.of(portInUse(port));
        } catch (BindException e) {
            return Optional.of(
                    String.valueOf(e.getMessage()).contains("in use")
                            ? portInUse(port)
                            : "This machine does not let the server listen on " + address + " port " + port + " ("
                                    + e.getMessage() + "): set server.address or server.port to another value.");
        } catch (IOException e) {
            return Optional.of("The server cannot listen on " + address + " port " + port + " (" + e.getMessage()
                    + "): set server.address or server.port to another value.");
        }
    }

    static String portInUse(int port) {
        return "Port " + port + " is in use by another program: stop that program, or set server.port to a free one.";
    }

    static Optional<String> dataDirectory(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, "writable-", ".tmp"));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(
                    "The data directory " + directory.toAbsolutePath().normalize()
                            + " cannot be written: set chodae.data-dir to a directory that this user owns.");
        }
    }

    static Optional<String> secretFile(Path file) {
        try {
            if (Files.exists(file)) {
                ServerSecret.decode(Files.readString(file));
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of("The file " + file.toAbsolutePath().normalize() + " does not hold the server's key"
                    + " (the Base64 of at least 32 bytes): bring it back from a backup, or set chodae.secret.");
        }
    }
}
