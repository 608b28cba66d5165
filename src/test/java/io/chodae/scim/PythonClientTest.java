package io.chodae.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chodae.scim.Scims.Org;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** A program in another language, which knows nothing of ours, keeps a directory. */
@ScimTest
class PythonClientTest {

    private static final Path PYTHON = Path.of("/usr/bin/python3");

    @Autowired
    private Scims scims;

    @Test
    void keepsADirectory() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PYTHON), "install python3 to run its client");
        Org hotel = scims.organisation();
        ProcessBuilder program = new ProcessBuilder(
                PYTHON.toString(),
                new ClassPathResource("scim/clients/provisioner.py").getFile().getPath());
        program.environment()
                .putAll(Map.of(
                        "BASE",
                        "http://127.0.0.1:" + hotel.port() + "/scim/v2",
                        "TOKEN",
                        hotel.token(),
                        "DOMAIN",
                        hotel.domain(),
                        "PYTHONIOENCODING",
                        "utf-8"));
        Process process = program.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(Json.MAPPER.readTree(said)).isEqualTo(Json.MAPPER.readTree("""
                        {"config": true, "again": [409, "uniqueness"], "off": [200, false], "stale": 412,
                         "fresh": [200, true], "listed": true, "gone": [204, null, 404], "left": 2,
                         "filter": "invalidFilter", "token": 401}
                        """));
    }
}
