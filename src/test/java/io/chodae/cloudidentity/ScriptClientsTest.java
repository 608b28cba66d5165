package io.chodae.cloudidentity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chodae.testing.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The official Python and Node clients against the started server, from the key file to the last page. */
@WireTest
class ScriptClientsTest {

    private static final String PYTHON = "/usr/bin/python3";

    /** Where {@code .ci/run} installs it. */
    private static final Path NODE_CLIENT = Path.of("target", "npm-client").toAbsolutePath();

    @Autowired
    private Wires wires;

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

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v1beta1"})
    void python(String version) throws Exception {
        assumeTrue(hasPythonClient(), "install Debian's package python3-googleapi to run Python's client");
        ClientWorld world = ClientWorld.make(wires, directory);

        JsonNode found = world.run("client.py", Map.of("VERSION", version), PYTHON);

        world.check(found);
        assertThat(found.path("pages").intValue()).isEqualTo(13);
        assertThat(found.path("longFilter").intValue()).isZero();
        assertThat(found.path("batchFailed")).isEmpty();
        assertThat(found.path("batch").intValue()).isEqualTo(1_000);
        assertThat(found.path("batchPaired").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v1beta1"})
    void node(String version) {
        assumeTrue(
                Files.isDirectory(NODE_CLIENT.resolve("node_modules/@googleapis/cloudidentity")),
                "npm install --prefix target/npm-client @googleapis/cloudidentity to run Node's client");
        ClientWorld world = ClientWorld.make(wires, directory);

        JsonNode found =
                world.run("client.mjs", Map.of("VERSION", version, "CLIENT_DIR", NODE_CLIENT.toString()), "node");

        world.check(found);
        assertThat(found.path("pages").intValue()).isEqualTo(7);
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
