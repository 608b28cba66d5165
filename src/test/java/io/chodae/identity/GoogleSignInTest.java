package io.chodae.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import io.chodae.identity.TestServiceAccounts.Organisation;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.TestClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Google's own library for Java signs in by the key file as it is, but that the file names this test's server. */
@ChodaeTest
@Import(TestServiceAccounts.class)
class GoogleSignInTest {

    @Autowired
    private TestServiceAccounts accounts;

    @Autowired
    private ServiceAccountKeys keys;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private TestClock clock;

    @Autowired
    private JsonMapper json;

    private Organisation organisation;
    private TestServiceAccount program;

    @BeforeEach
    void theLibraryGoesByTheTimeOfTheDay() {
        clock.set(Instant.now());
        organisation = accounts.organisation();
        program = accounts.serviceAccount(organisation, ApiScopes.USER_INVITATIONS);
    }

    @AfterEach
    void backToTheStart() {
        clock.reset();
    }

    @Test
    void itSignsInByTheKeyFile() throws IOException {
        String token = credentials(program.administrator(), ApiScopes.USER_INVITATIONS)
                .refreshAccessToken()
                .getTokenValue();
        assertThat(tokens.verify(token).orElseThrow().administrator())
                .isEqualTo(organisation.owner().id());
    }

    @Test
    void itTellsWhyItIsRefused() {
        String stranger = accounts.person().email().value();
        assertThatThrownBy(
                        () -> credentials(stranger, ApiScopes.USER_INVITATIONS).refreshAccessToken())
                .isInstanceOf(IOException.class)
                .rootCause()
                .hasMessageContaining("administrator");
        keys.revoke(organisation.id(), program.id(), program.keyId(), organisation.actor());
        assertThatThrownBy(() -> credentials(program.administrator(), ApiScopes.USER_INVITATIONS)
                        .refreshAccessToken())
                .isInstanceOf(IOException.class);
    }

    private GoogleCredentials credentials(String administrator, String scope) throws IOException {
        Map<String, String> file = new LinkedHashMap<>(program.keyFile());
        assertThat(file.get("token_uri")).isEqualTo("https://chodae.example/oauth2/token");
        byte[] bytes = json.writeValueAsString(file).getBytes(StandardCharsets.UTF_8);
        return ServiceAccountCredentials.fromStream(new ByteArrayInputStream(bytes)).toBuilder()
                .setTokenServerUri(URI.create("http://127.0.0.1:" + program.port() + "/oauth2/token"))
                .build()
                .createScoped(List.of(scope))
                .createDelegated(administrator);
    }
}
