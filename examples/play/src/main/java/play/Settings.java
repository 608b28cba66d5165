package play;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a Play is told when it is registered: four variables of the environment or, without them, what the demo of Chodae
 * wrote into its {@code demo.json}.
 */
record Settings(URI issuer, String clientId, String clientSecret, URI redirectUri) {

    static Settings read(Map<String, String> environment) throws IOException {
        if (environment.containsKey("PLAY_CLIENT_ID")) {
            return new Settings(
                    URI.create(environment.get("PLAY_ISSUER")),
                    environment.get("PLAY_CLIENT_ID"),
                    environment.get("PLAY_CLIENT_SECRET"),
                    URI.create(environment.get("PLAY_REDIRECT_URI")));
        }
        Path demo = Stream.of(environment.getOrDefault("PLAY_DEMO", ""), "data/demo/demo.json", "../../data/demo/demo.json")
                .map(Path::of)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new IOException("There is no demo.json: start Chodae first (mvn spring-boot:run)."));
        return ofDemo(Files.readString(demo));
    }

    private static Settings ofDemo(String json) throws IOException {
        try {
            Map<String, Object> play = JSONObjectUtils.getJSONObject(JSONObjectUtils.parse(json), "play");
            return new Settings(
                    URI.create((String) play.get("issuer")),
                    (String) play.get("clientId"),
                    (String) play.get("clientSecret"),
                    URI.create((String) play.get("redirectUri")));
        } catch (ParseException e) {
            throw new IOException("This demo.json names no Play: it is of an older demo.", e);
        }
    }

    /** The secret stays out of what is printed. */
    @Override
    public String toString() {
        return clientId + " at " + issuer;
    }
}
