package io.chodae.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BrowserConditionTest {

    @Test
    void aMissingBrowserSkipsOnADeveloperMachineAndFailsWhereAllIsRequired() {
        assertThat(BrowserCondition.runs(true, Map.of())).isTrue();
        assertThat(BrowserCondition.runs(false, Map.of())).isFalse();
        assertThat(BrowserCondition.runs(false, Map.of("CI", "false"))).isFalse();
        assertThat(BrowserCondition.runs(false, Map.of("CI", "true"))).isTrue();
        assertThat(BrowserCondition.runs(false, Map.of("CHODAE_REQUIRE_ALL", "1")))
                .isTrue();
    }
}
