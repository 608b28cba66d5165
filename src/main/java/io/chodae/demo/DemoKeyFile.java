package io.chodae.demo;

import io.chodae.identity.ServiceAccountKeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The key file of the demo's service account, beside {@code demo.json}. */
final class DemoKeyFile {

    private static final TypeReference<LinkedHashMap<String, String>> FIELDS = new TypeReference<>() {};

    private final Path file;
    private final String publicUrl;
    private final JsonMapper json;

    DemoKeyFile(Path dataDir, String publicUrl, JsonMapper json) {
        this.file = dataDir.toAbsolutePath().normalize().resolve("demo").resolve("service-account.json");
        this.publicUrl = publicUrl;
        this.json = json;
    }

    /** Its path. */
    String write(ServiceAccountKeyFile key) throws IOException {
        return write(key.fields());
    }

    /** The server may listen elsewhere than it did, and the file says where. */
    String refresh() throws IOException {
        if (!Files.isRegularFile(file)) {
            return file.toString();
        }
        Map<String, String> fields = json.readValue(file.toFile(), FIELDS);
        fields.put("auth_uri", publicUrl + "/oauth2/authorize");
        fields.put("token_uri", publicUrl + "/oauth2/token");
        return write(fields);
    }

    private String write(Map<String, String> fields) throws IOException {
        DemoFile.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(fields));
        return file.toString();
    }
}
