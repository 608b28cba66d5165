package io.chodae.scim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Says what can be done here (RFC 7644, 4), from files in which the address of this server is filled in. */
@Component
class DescribeServer {

    private final JsonNode config;
    private final JsonNode resourceType;
    private final JsonNode schema;

    DescribeServer(@Value("${chodae.public-url}") String publicUrl) {
        String base = UserJson.base(publicUrl);
        this.config = file("service-provider-config", base);
        this.resourceType = file("resource-type-user", base);
        this.schema = file("schema-user", base);
    }

    Reply answer(Endpoint endpoint, Call call) {
        if (call.parameter("filter").isPresent()) {
            return Reply.refused(ScimError.of(403, "What the server can do cannot be filtered."));
        }
        return switch (endpoint) {
            case RESOURCE_TYPES -> oneOrAll(call, "User", resourceType);
            case SCHEMAS -> oneOrAll(call, UserAttribute.SCHEMA, schema);
            default -> Reply.ok(config);
        };
    }

    private static Reply oneOrAll(Call call, String id, JsonNode json) {
        if (call.path().size() == 1) {
            return Reply.ok(ListJson.of(1, 1, List.of(json)));
        }
        return call.path().getLast().equalsIgnoreCase(id)
                ? Reply.ok(json)
                : Reply.refused(ScimError.of(
                        404,
                        "There is no \"%s\", only \"%s\"."
                                .formatted(Quoted.of(call.path().getLast()), id)));
    }

    private static JsonNode file(String name, String base) {
        try {
            String text = new ClassPathResource("scim/" + name + ".json").getContentAsString(StandardCharsets.UTF_8);
            return Json.MAPPER.readTree(text.replace("{base}", base));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
