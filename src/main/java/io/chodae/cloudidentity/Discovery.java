package io.chodae.cloudidentity;

import static io.chodae.cloudidentity.CloudIdentityCalls.PLAIN;

import io.chodae.wire.Answer;
import io.chodae.wire.ApiError;
import io.chodae.wire.Call;
import io.chodae.wire.Parsed;
import io.chodae.wire.Query;
import io.chodae.wire.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The description of the API (Google's discovery format) for clients that build themselves from one. */
@Component
class Discovery {

    private static final String PATH = "/$discovery/rest";

    private final String document;

    Discovery(@Value("${chodae.public-url}") String publicUrl) throws IOException {
        String root = publicUrl.replaceFirst("/+$", "") + "/";
        try (InputStream resource = new ClassPathResource("cloudidentity/discovery.json").getInputStream()) {
            this.document = new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{rootUrl}", root)
                    .replace("{rootHost}", root.replaceFirst("^https?://", "").replaceFirst("/$", ""));
        }
    }

    static boolean isAt(String path) {
        return path.equals(PATH) || path.equalsIgnoreCase("/%24discovery/rest");
    }

    Answer answer(Call call) {
        if (!call.method().equals("GET") && !call.method().equals("HEAD")) {
            return PLAIN.refused(ApiError.methodNotAllowed(Quoted.of(call.method()), "GET, HEAD"));
        }
        return switch (Query.parse(call.query())) {
            case Parsed.Good<Query> query ->
                answer(query.value().value("version").or(() -> Optional.of("v1")));
            case Parsed.Bad<Query> bad -> PLAIN.refused(bad.error());
        };
    }

    private Answer answer(Optional<String> version) {
        return version.filter(name -> name.equals("v1") || name.equals("v1beta1"))
                .map(name -> Answer.json(
                        200, Map.of(), document.replace("{version}", name).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(
                        () -> PLAIN.refused(ApiError.notFound("There are the versions v1 and v1beta1 of this API.")));
    }
}
