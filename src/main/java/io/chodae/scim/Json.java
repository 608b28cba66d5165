package io.chodae.scim;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads bodies, no deeper than a user is, and writes answers. */
final class Json {

    private static final int DEEPEST = 12;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(50)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static Parsed<ObjectNode> object(byte[] body) {
        try {
            JsonNode node = MAPPER.readTree(body);
            return node instanceof ObjectNode object
                    ? Parsed.good(object)
                    : Parsed.bad(ErrorKind.INVALID_SYNTAX, "The body must be a JSON object.");
        } catch (JacksonException e) {
            return Parsed.bad(
                    ErrorKind.INVALID_SYNTAX,
                    "The body is no JSON that could be read: broken, with the same key twice, or nested deeper than %d."
                            .formatted(DEEPEST));
        }
    }
}
