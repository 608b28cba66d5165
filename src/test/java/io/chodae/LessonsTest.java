package io.chodae;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests that {@code docs/lessons.md} names are there, each as a test. */
class LessonsTest {

    private static final Pattern NAMED = Pattern.compile("`([a-z.]+\\.[A-Z]\\w+)(?:#(\\w+))?`");

    static Stream<List<String>> named() throws IOException {
        return NAMED.matcher(Files.readString(Path.of("docs", "lessons.md")))
                .results()
                .map(found ->
                        found.group(2) == null ? List.of(found.group(1)) : List.of(found.group(1), found.group(2)));
    }

    @ParameterizedTest
    @MethodSource("named")
    void isThere(List<String> test) throws ClassNotFoundException {
        Class<?> type =
                Class.forName("io.chodae." + test.getFirst(), false, getClass().getClassLoader());
        assertThat(Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> test.size() == 1 || method.getName().equals(test.get(1)))
                        .filter(LessonsTest::isTest))
                .isNotEmpty();
    }

    private static boolean isTest(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().endsWith("Test"));
    }
}
