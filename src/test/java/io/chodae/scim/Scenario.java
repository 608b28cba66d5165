package io.chodae.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.scim.ScimClient.Got;
import io.chodae.scim.Scims.Org;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;

/**
 * Requests in a row, as a client sends them, and what each is answered. Of each: {@code say} what it is, {@code send}
 * method and path, {@code with} headers, {@code body}, or {@code raw} a body that is no JSON, {@code answers} the status,
 * {@code finds} values by JSON pointers (null: nothing there; {@code ~} before a text: contains it), {@code heads} headers,
 * {@code keep} what of the answer later steps put in by its name in braces.
 *
 * @param name of its file and its own
 */
record Scenario(String name, List<JsonNode> steps) {

    static List<Scenario> all() {
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver().getResources("classpath:/scim/scenarios/*.json");
            return Arrays.stream(files).flatMap(Scenario::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Scenario> read(Resource file) {
        try {
            return Json.MAPPER.readTree(file.getContentAsByteArray()).properties().stream()
                    .map(one -> new Scenario(
                            file.getFilename() + ": " + one.getKey(),
                            one.getValue().valueStream().toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void play(Org organisation) {
        Map<String, String> kept = new HashMap<>(Map.of("domain", organisation.domain()));
        for (JsonNode step : steps) {
            String says = step.path("say").asString("") + " " + step.path("send");
            Got got = organisation
                    .client()
                    .send(
                            step.path("send").get(0).stringValue(),
                            filled(step.path("send").get(1).stringValue(), kept),
                            step.has("body") || step.has("raw")
                                    ? BodyPublishers.ofString(filled(
                                            step.has("raw")
                                                    ? step.path("raw").stringValue()
                                                    : step.path("body").toString(),
                                            kept))
                                    : BodyPublishers.noBody(),
                            headers(step.path("with"), kept));
            assertThat(got.code())
                    .as("%s%n%s", says, got.body())
                    .isEqualTo(step.path("answers").intValue());
            step.path("finds")
                    .properties()
                    .forEach(found ->
                            check(says + " " + found.getKey(), got.json().at(found.getKey()), found.getValue(), kept));
            step.path("heads")
                    .properties()
                    .forEach(head -> assertThat(got.header(head.getKey()))
                            .as(says)
                            .isEqualTo(filled(head.getValue().stringValue(), kept)));
            step.path("keep")
                    .properties()
                    .forEach(keep -> kept.put(
                            keep.getKey(),
                            got.json().at(keep.getValue().stringValue()).asString()));
        }
    }

    private static void check(String says, JsonNode found, JsonNode expected, Map<String, String> kept) {
        if (expected.isNull()) {
            assertThat(found.isMissingNode()).as(says + " is " + found).isTrue();
        } else if (expected.isString() && expected.stringValue().startsWith("~")) {
            assertThat(found.asString(""))
                    .as(says)
                    .contains(filled(expected.stringValue().substring(1), kept));
        } else if (expected.isString()) {
            assertThat(found.asString("")).as(says).isEqualTo(filled(expected.stringValue(), kept));
        } else {
            assertThat(found).as(says).isEqualTo(Json.MAPPER.readTree(filled(expected.toString(), kept)));
        }
    }

    private static Map<String, String> headers(JsonNode with, Map<String, String> kept) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/scim+json");
        with.properties()
                .forEach(header ->
                        headers.put(header.getKey(), filled(header.getValue().stringValue(), kept)));
        headers.values().removeIf(String::isEmpty);
        return headers;
    }

    private static String filled(String text, Map<String, String> kept) {
        String filled = text;
        for (Map.Entry<String, String> value : kept.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    @Override
    public String toString() {
        return name;
    }
}
