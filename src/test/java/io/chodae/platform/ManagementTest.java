package io.chodae.platform;

import static io.chodae.platform.RunningServer.get;
import static io.chodae.platform.RunningServer.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may learn what about the running server. */
class ManagementTest {

    @TempDir
    static Path directory;

    static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.start(directory, "--spring.datasource.hikari.connection-timeout=500");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz", "/actuator/health", "/actuator/health/liveness"})
    void everybodyMayAskWhetherItIsUpAndLearnsNoMore(String path) {
        var answer = get(server.port(), path, "X-Forwarded-For", "203.0.113.9");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"UP\"").doesNotContain("PostgreSQL");
    }

    @Test
    void itsFiguresAreForThisMachine() {
        assertThat(get(server.port(), "/actuator/prometheus").body())
                .contains("jvm_memory_used_bytes", "hikaricp_connections_active");
        assertThat(get(server.port(), "/actuator/prometheus", "X-Forwarded-For", "203.0.113.9")
                        .statusCode())
                .isEqualTo(403);
        assertThat(get(server.port(), "/actuator/prometheus", "Forwarded", "for=203.0.113.9")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"env", "heapdump", "configprops", "loggers", "threaddump", "beans"})
    void theRestOfTheActuatorIsNotThere(String endpoint) {
        var answer = get(server.port(), "/actuator/" + endpoint);
        assertThat(answer.statusCode()).isNotEqualTo(200);
    }

    @Test
    void withoutItsDatabaseItIsAliveButNotReady() {
        String name = server.databaseUrl().substring(server.databaseUrl().lastIndexOf('/') + 1);
        allowConnections(name, false);
        TestDatabase.superuser()
                .sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = :name")
                .param("name", name)
                .query()
                .listOfRows();
        assertThat(get(server.port(), "/readyz").statusCode()).isEqualTo(503);
        assertThat(get(server.port(), "/livez").statusCode()).isEqualTo(200);

        allowConnections(name, true);
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(get(server.port(), "/readyz").statusCode()).isEqualTo(200));
    }

    @Test
    void behindAProxyAnAddressThatACallerMadeUpDoesNotOpenWriting(@TempDir Path other) throws IOException {
        try (RunningServer proxied = RunningServer.start(other, "--server.forward-headers-strategy=native")) {
            writingNeedsTheKey(proxied.port(), other);
        }
    }

    @Test
    void onAPortOfTheirOwnTheFiguresAreForWhoeverReachesIt(@TempDir Path other) throws IOException {
        try (RunningServer split =
                RunningServer.start(other, "--management.server.port=0", "--management.server.address=127.0.0.1")) {
            assertThat(get(split.managementPort(), "/actuator/prometheus", "X-Forwarded-For", "203.0.113.9")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(get(split.port(), "/actuator/prometheus").statusCode()).isNotEqualTo(200);
            assertThat(get(split.port(), "/readyz").statusCode()).isEqualTo(200);
            writingNeedsTheKey(split.managementPort(), other);
        }
    }

    /** Whoever reaches the port, whatever it says about where it comes from. */
    private static void writingNeedsTheKey(int port, Path dataDirectory) throws IOException {
        String stop = "/actuator/publishers/C99999999";
        String json = "{\"suspended\": true}";
        assertThat(post(port, stop, json).statusCode()).isEqualTo(403);
        assertThat(post(port, stop, json, "X-Forwarded-For", "127.0.0.1").statusCode())
                .isEqualTo(403);
        String key = Files.readString(dataDirectory.resolve("management.key"));
        assertThat(post(port, stop, json, "Authorization", "Bearer " + key).statusCode())
                .isEqualTo(404);
    }

    private static void allowConnections(String database, boolean allowed) {
        TestDatabase.superuser()
                .sql("alter database " + database + " allow_connections " + allowed)
                .update();
    }
}
