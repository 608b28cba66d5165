package io.chodae.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Homes for servers under test that share the unpacked programs, which take longest to make. */
final class TestDirectories {

    private TestDirectories() {}

    static Path home(Path parent) throws IOException {
        PostgresBinaries shared = PostgresBinaries.in(Path.of("target", "test-postgres", "programs"));
        Path home = Files.createDirectories(parent.resolve("postgres"));
        Files.createSymbolicLink(
                home.resolve(shared.home().getFileName()), shared.home().toRealPath());
        return home.toRealPath();
    }
}
