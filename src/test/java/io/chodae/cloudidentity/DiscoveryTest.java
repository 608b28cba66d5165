package io.chodae.cloudidentity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@WireTest
class DiscoveryTest {

    @Autowired
    private Wires wires;

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v1beta1"})
    void describesTheApiAtItsPublicAddress(String version) {
        JsonNode document =
                wires.stranger().get("/$discovery/rest?version=" + version).json();

        assertThat(document.path("rootUrl").stringValue()).isEqualTo("https://chodae.example/");
        assertThat(document.path("baseUrl").stringValue()).isEqualTo("https://chodae.example/");
        assertThat(document.path("batchPath").stringValue()).isEqualTo("batch");
        assertThat(document.path("version").stringValue()).isEqualTo(version);
        JsonNode methods = document.at("/resources/customers/resources/userinvitations/methods");
        assertThat(methods.propertyNames())
                .containsExactlyInAnyOrder("cancel", "get", "isInvitableUser", "list", "send");
        assertThat(methods.valueStream()).allSatisfy(method -> {
            assertThat(method.path("path").stringValue()).startsWith(version + "/{+");
            JsonNode answer =
                    document.path("schemas").path(method.at("/response/$ref").stringValue());
            assertThat(answer.isObject()).isTrue();
            ApiMethod ours = Arrays.stream(ApiMethod.values())
                    .filter(one -> one.name()
                            .replace("_", "")
                            .equalsIgnoreCase(method.path("id").stringValue().replaceFirst(".*\\.", "")))
                    .findFirst()
                    .orElseThrow();
            assertThat(answer.path("properties").propertyNames())
                    .as("what a selection of fields knows")
                    .containsExactlyInAnyOrderElementsOf(ours.answer().fields().keySet());
            assertThat(method.path("scopes").valueStream().map(JsonNode::stringValue))
                    .contains(ours.scope());
        });
    }
}
