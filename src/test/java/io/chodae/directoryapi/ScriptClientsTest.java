package io.chodae.directoryapi;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chodae.testing.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The official Python and Node clients against the started server. {@code .ci/run} installs both. */
@DirectoryApiTest
class ScriptClientsTest {

    private static final String PYTHON = "/usr/bin/python3";
    private static final Path NODE_CLIENT = Path.of("target", "npm-client").toAbsolutePath();

    @Autowired
    private Directories directories;

    @Autowired
    private TestClock clock;

    @TempDir
    private Path directory;

    /** The clients sign with the time of this machine. */
    @BeforeEach
    void realTime() {
        clock.set(Instant.now());
    }

    @AfterEach
    void testTime() {
        clock.reset();
    }

    @Test
    void python() throws IOException, InterruptedException {
        assumeTrue(hasPythonClient(), "apt install python3-googleapi to run Python's client");
        ClientWorld world = ClientWorld.make(directories, directory);

        world.check(world.run("client.py", Map.of(), PYTHON));
    }

    @Test
    void node() {
        assumeTrue(
                Files.isDirectory(NODE_CLIENT.resolve("node_modules/@googleapis/admin")),
                "npm install --prefix target/npm-client @googleapis/admin to run Node's client");
        ClientWorld world = ClientWorld.make(directories, directory);

        world.check(world.run("client.mjs", Map.of("CLIENT_DIR", NODE_CLIENT.toString()), "node"));
    }

    private static boolean hasPythonClient() throws IOException, InterruptedException {
        return Files.isExecutable(Path.of(PYTHON))
                && new ProcessBuilder(PYTHON, "-c", "import googleapiclient, google_auth_httplib2")
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
    }
}
