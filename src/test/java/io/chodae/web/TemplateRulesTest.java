package io.chodae.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the template engine allows and no template may do. */
class TemplateRulesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern TAG = Pattern.compile("<[a-z][^<>]*>");

    /** The engine replaces an element before it asks for its condition, so that the condition would never count. */
    @Test
    void noElementIsBothReplacedAndConditional() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            List<String> both = files.filter(file -> file.toString().endsWith(".html"))
                    .flatMap(file -> TAG.matcher(read(file))
                            .results()
                            .map(tag -> tag.group())
                            .filter(tag -> tag.contains("th:replace=") || tag.contains("th:insert="))
                            .filter(tag -> tag.contains("th:if=") || tag.contains("th:unless="))
                            .map(tag -> file.getFileName() + ": " + tag))
                    .toList();
            assertThat(both).isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
