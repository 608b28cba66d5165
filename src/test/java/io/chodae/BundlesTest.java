package io.chodae;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every text is there in both languages, with the same places to fill. */
class BundlesTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+");

    private static final Pattern PARTICLE =
            Pattern.compile("[은을이과](?:\\(|/)[는를가와]|\\(으\\)로|\\}[’”'\"]?(?:으?로|[은는을를이가과와])(?=[ .,:])");

    static Stream<String> bundles() throws IOException {
        Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath:/messages/*.properties");
        return Arrays.stream(found)
                .map(resource -> Objects.requireNonNull(resource.getFilename()).replaceAll("(_ko)?\\.properties$", ""))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesSayTheSame(String bundle) {
        assertThat(slots(bundle + "_ko")).isEqualTo(slots(bundle));
    }

    /** A Korean particle follows the sound that its word ends in, and what a name ends in nobody knows beforehand. */
    @ParameterizedTest
    @MethodSource("bundles")
    void noParticleHangsOnAName(String bundle) {
        assertThat(load(bundle + "_ko").values())
                .noneMatch(text -> PARTICLE.matcher((String) text).find());
    }

    /** Key to the numbers of its arguments, such as {@code {0}{1}}. */
    private static Map<String, String> slots(String name) {
        Map<String, String> slots = new TreeMap<>();
        load(name).forEach((key, text) -> slots.put((String) key, arguments((String) text)));
        return slots;
    }

    private static String arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList()
                .toString();
    }

    private static Properties load(String name) {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(
                        BundlesTest.class.getResourceAsStream("/messages/" + name + ".properties"), name),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
