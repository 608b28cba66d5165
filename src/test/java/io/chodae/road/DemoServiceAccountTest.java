package io.chodae.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.auth.oauth2.ServiceAccountCredentials;
import io.chodae.Chodae;
import io.chodae.identity.ApiScopes;
import io.chodae.identity.ApiTokens;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The key file of the demo works as it is, with nothing known but what {@code demo.json} says. */
class DemoServiceAccountTest {

    private final JsonMapper json = new JsonMapper();

    @TempDir
    private Path data;

    @Test
    void theKeyFileOfTheDemoSignsInAlsoAfterTheServerHasMoved() throws IOException {
        signIn();
        signIn();
    }

    private void signIn() throws IOException {
        try (ConfigurableApplicationContext server =
                SpringApplication.run(Chodae.class, "--server.port=" + freePort(), "--chodae.data-dir=" + data)) {
            JsonNode demo = json.readTree(data.resolve("demo/demo.json").toFile());
            Path keyFile = Path.of(demo.get("serviceAccountKeyFile").asString());
            assertThat(keyFile).isAbsolute();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile)))
                    .isEqualTo("rw-------");
            String token;
            try (InputStream file = Files.newInputStream(keyFile)) {
                ServiceAccountCredentials credentials = ServiceAccountCredentials.fromStream(file);
                assertThat(credentials.getTokenServerUri().toString())
                        .startsWith(demo.get("baseUrl").asString());
                token = credentials
                        .createScoped(ApiScopes.ALL)
                        .createDelegated(demo.get("administrator").asString())
                        .refreshAccessToken()
                        .getTokenValue();
            }
            assertThat(server.getBean(ApiTokens.class)
                            .verify(token)
                            .orElseThrow()
                            .administratorEmail())
                    .isEqualTo(demo.get("administrator").asString());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
