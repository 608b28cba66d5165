package io.chodae.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The picture that people read and the table that the code obeys are one. */
class PendingStatePictureTest {

    @Test
    void thePictureShowsEveryStepAndNoOther() throws IOException {
        List<String> drawn = Files.readAllLines(Path.of("docs/provisioning.md")).stream()
                .filter(line -> line.contains("-->") && !line.contains("[*]"))
                .map(String::strip)
                .toList();
        List<String> steps = new ArrayList<>();
        for (PendingState from : PendingState.values()) {
            for (PendingState.Step step : PendingState.Step.values()) {
                from.after(step).ifPresent(to -> steps.add(from + " --> " + to + " : " + step));
            }
        }
        assertThat(drawn).isNotEmpty().containsExactlyInAnyOrderElementsOf(steps);
    }
}
