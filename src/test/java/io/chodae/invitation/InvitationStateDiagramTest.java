package io.chodae.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The picture that people read and the table that the code obeys are one. */
class InvitationStateDiagramTest {

    private static final Path PICTURE = Path.of("docs/lifecycle.md");
    private static final Pattern ARROW = Pattern.compile(" {4}[A-Z_]+ --> [A-Z_]+ : [A-Z]+");

    @Test
    void picture_shows_every_transition_and_no_other() throws IOException {
        List<String> drawn = arrows().stream().map(String::strip).toList();
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(transitions());
    }

    @Test
    void picture_has_no_arrow_that_this_test_cannot_read() throws IOException {
        assertThat(arrows()).isNotEmpty().allMatch(line -> ARROW.matcher(line).matches());
    }

    private static List<String> arrows() throws IOException {
        return Files.readAllLines(PICTURE).stream()
                .filter(line -> line.contains("-->") && !line.contains("[*]"))
                .toList();
    }

    private static List<String> transitions() {
        List<String> transitions = new ArrayList<>();
        for (InvitationState from : InvitationState.values()) {
            for (InvitationState.Step step : InvitationState.Step.values()) {
                from.after(step).ifPresent(to -> transitions.add(from + " --> " + to + " : " + step));
            }
        }
        return transitions;
    }
}
