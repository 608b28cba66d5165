package io.chodae.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The descriptions of all APIs, at one address. */
@Component
public class Discovery {

    /** For the servlet that answers here. */
    public static final String PATTERN = "/$discovery/*";

    private static final String PATH = "/$discovery/rest";
    private static final Rendering PLAIN = Rendering.plain(Envelope.STATUS);

    private final Map<String, byte[]> documents = new TreeMap<>();

    Discovery(List<ApiDescription> descriptions, @Value("${chodae.public-url}") String publicUrl) {
        String root = publicUrl.replaceFirst("/+$", "") + "/";
        descriptions.forEach(one -> documents.put(one.version(), document(one, root)));
    }

    private static byte[] document(ApiDescription description, String root) {
        try (InputStream resource = new ClassPathResource(description.resource()).getInputStream()) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{version}", description.version())
                    .replace("{rootUrl}", root)
                    .replace("{rootHost}", root.replaceFirst("^https?://", "").replaceFirst("/$", ""))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static boolean isAt(String path) {
        return path.equals(PATH) || path.equalsIgnoreCase("/%24discovery/rest");
    }

    /** The description of the version that is asked for; of v1 where none is named. */
    public Answer answer(Call call) {
        if (!call.method().equals("GET") && !call.method().equals("HEAD")) {
            return PLAIN.refused(ApiError.methodNotAllowed(Quoted.of(call.method()), "GET, HEAD"));
        }
        return switch (Query.parse(call.query())) {
            case Parsed.Good<Query> query ->
                answer(query.value().value("version").orElse("v1"));
            case Parsed.Bad<Query> bad -> PLAIN.refused(bad.error());
        };
    }

    private Answer answer(String version) {
        return Optional.ofNullable(documents.get(version))
                .map(document -> Answer.json(200, Map.of(), document))
                .orElseGet(() -> PLAIN.refused(ApiError.notFound(
                        "There are the versions %s here.".formatted(String.join(", ", documents.keySet())))));
    }
}
