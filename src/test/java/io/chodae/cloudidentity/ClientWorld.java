package io.chodae.cloudidentity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.cloudidentity.Wires.Wired;
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
 * An organisation as the programs in {@code cloudidentity/clients} find it, and what they have to find: 1,200 people,
 * and one with a tag whom they invite.
 */
record ClientWorld(Wired hotel, Path directory) {

    static final int PEOPLE = 1_201;

    private static final Duration LIMIT = Duration.ofMinutes(2);

    static ClientWorld make(Wires wires, Path directory) {
        Wired hotel = wires.organisation(PEOPLE - 1);
        wires.person(hotel, "jo+tag");
        return new ClientWorld(hotel, directory);
    }

    /** Runs one of the programs and reads what it found. */
    JsonNode run(String program, Map<String, String> settings, String... command) {
        try {
            Path script = directory.resolve(program);
            try (var source = ClientWorld.class.getResourceAsStream("/cloudidentity/clients/" + program)) {
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
        environment.put("CUSTOMER", hotel.id());
        environment.put("DOMAIN", hotel.domain());
        return environment;
    }

    /** What every client finds. */
    void check(JsonNode found) {
        String jo = "customers/" + hotel.id() + "/userinvitations/jo+tag@" + hotel.domain();
        assertThat(found.path("rows").intValue()).isEqualTo(PEOPLE);
        assertThat(found.path("distinct").intValue()).isEqualTo(PEOPLE);
        assertThat(found.path("sendPlus").stringValue()).isEqualTo("1");
        assertThat(found.path("resend").stringValue()).isEqualTo("2");
        assertThat(found.path("get").stringValue()).isEqualTo("INVITED");
        assertThat(found.path("invited")).hasToString("[\"" + jo + "\"]");
        assertThat(found.path("cancel").stringValue()).isEqualTo("NOT_YET_SENT");
        assertThat(found.path("invitable").booleanValue()).isTrue();
        assertThat(found.path("notInvitable").isBoolean()).isTrue();
        assertThat(found.path("notInvitable").booleanValue()).isFalse();
        assertThat(found.path("fields").propertyNames()).containsExactlyInAnyOrder("userInvitations", "nextPageToken");
        assertThat(found.at("/fields/userInvitations/0").propertyNames()).containsExactlyInAnyOrder("name", "state");
        assertThat(found.path("refusals")).isEqualTo(Json.MAPPER.readTree("""
                        {"filter": [400, "INVALID_ARGUMENT"], "order": [400, "INVALID_ARGUMENT"],
                         "get": [404, "NOT_FOUND"], "send": [400, "FAILED_PRECONDITION"],
                         "cancel": [400, "FAILED_PRECONDITION"], "customer": [403, "PERMISSION_DENIED"]}
                        """));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
