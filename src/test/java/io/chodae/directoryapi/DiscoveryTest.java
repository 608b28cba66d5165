package io.chodae.directoryapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The description from which clients build themselves says what the edge does. */
@DirectoryApiTest
class DiscoveryTest {

    /** In requests, and in no answer. */
    private static final Set<String> TAKEN_ONLY = Set.of("password", "changePasswordAtNextLogin", "hashFunction");

    @Autowired
    private Directories directories;

    @Test
    void describesEveryMethodAndField() {
        JsonNode document = directories
                .organisation()
                .client()
                .with("")
                .get("/$discovery/rest?version=directory_v1")
                .json();

        JsonNode methods = document.at("/resources/users/methods");
        Map<String, DirectoryMethod> ours = Arrays.stream(DirectoryMethod.values())
                .collect(Collectors.toMap(
                        method -> method.name().replace("_", "").toLowerCase(Locale.ROOT), method -> method));
        assertThat(methods.propertyNames().stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .containsExactlyInAnyOrderElementsOf(ours.keySet());
        methods.properties().forEach(entry -> {
            DirectoryMethod method =
                    Objects.requireNonNull(ours.get(entry.getKey().toLowerCase(Locale.ROOT)));
            assertThat(entry.getValue().path("parameters").propertyNames())
                    .filteredOn(name -> !name.equals("userKey"))
                    .as(entry.getKey())
                    .containsExactlyInAnyOrderElementsOf(method.parameters());
            assertThat(entry.getValue().path("scopes").valueStream().map(JsonNode::stringValue))
                    .contains(method.scope());
        });
        assertThat(document.at("/schemas/User/properties").propertyNames())
                .filteredOn(name -> !TAKEN_ONLY.contains(name))
                .as("what a selection of fields knows")
                .isSubsetOf(Schemas.USER.fields().keySet());
    }
}
