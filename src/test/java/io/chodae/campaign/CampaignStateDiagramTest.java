package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CampaignStateDiagramTest {

    @Test
    void picture_shows_every_transition_and_no_other() throws IOException {
        List<String> drawn = Files.readAllLines(Path.of("docs/campaign.md")).stream()
                .filter(line -> line.contains("-->") && !line.contains("[*]"))
                .map(String::strip)
                .toList();
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(transitions());
    }

    private static List<String> transitions() {
        List<String> transitions = new ArrayList<>();
        for (CampaignState from : CampaignState.values()) {
            for (CampaignState.Step step : CampaignState.Step.values()) {
                from.after(step).ifPresent(to -> transitions.add(from + " --> " + to + " : " + step));
            }
        }
        return transitions;
    }
}
