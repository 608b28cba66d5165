package io.chodae.directoryapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.directoryapi.Directories.Hotel;
import io.chodae.provisioning.ConflictRule;
import io.chodae.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * An organisation as the programs in {@code directoryapi/clients} find it: without users, with a person who has an
 * account of the address {@code own}, and with the policy to invite such people. They make seven users, and so on.
 */
record ClientWorld(Hotel hotel, Path directory) {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    static ClientWorld make(Directories directories, Path directory) {
        Hotel hotel = directories.organisation();
        directories.person(hotel, "own");
        directories.policy(hotel, ConflictRule.INVITE);
        return new ClientWorld(hotel, directory);
    }

    /** Runs one of the programs and reads what it found. */
    JsonNode run(String program, Map<String, String> settings, String... command) {
        try {
            Path script = directory.resolve(program);
            try (var source = ClientWorld.class.getResourceAsStream("/directoryapi/clients/" + program)) {
                Files.write(script, Objects.requireNonNull(source).readAllBytes());
            }
            Path output = directory.resolve("found.json");
            Path errors = directory.resolve("errors.txt");
            ProcessBuilder process = new ProcessBuilder(command);
            process.command().add(script.toString());
            process.environment().putAll(environment());
            process.environment().putAll(settings);
            Process running = process.redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            boolean ended = running.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
            running.destroyForcibly();
            assertThat(ended && running.exitValue() == 0).as(() -> read(errors)).isTrue();
            return Json.MAPPER.readTree(read(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> environment() throws IOException {
        Path keyFile = directory.resolve("key.json");
        Files.write(keyFile, Json.MAPPER.writeValueAsBytes(hotel.program().keyFile()));
        Map<String, String> environment = new HashMap<>();
        environment.put("KEY_FILE", keyFile.toString());
        environment.put("PUBLIC_URL", "https://chodae.example");
        environment.put("LOCAL_URL", "http://127.0.0.1:" + hotel.port());
        environment.put("ADMINISTRATOR", hotel.program().administrator());
        environment.put("DOMAIN", hotel.domain());
        return environment;
    }

    /** What every client finds. */
    void check(JsonNode found) {
        assertThat(found).isEqualTo(Json.MAPPER.readTree("""
                {"created": ["p1@{d}", "Person1", "Kim", false], "listed": ["p1", "p2", "p3", "p4", "p5", "p6", "p7"],
                 "pages": 4, "down": ["p7", "p6"], "found": ["p1"], "get": "Person2", "patched": ["Anna", "Kim", true],
                 "updated": ["Ann", "Lee", false], "fields": {"users": [{"primaryEmail": "p1@{d}"}]},
                 "invited": "own@{d}", "gone": [404, "notFound"],
                 "refusals": {"duplicate": [409, "duplicate"], "get": [404, "notFound"], "query": [400, "invalid"],
                              "required": [400, "required"], "domain": [400, "invalid"]}}
                """.replace("{d}", hotel.domain())));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
