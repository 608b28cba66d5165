package io.chodae.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The texts of {@code notice/hostile.txt}, unescaped. */
public final class HostileTexts {

    private static final Pattern REPEAT = Pattern.compile("(.)\\{(\\d+)}");

    private static final Pattern UNICODE = Pattern.compile("\\\\u(\\p{XDigit}{4})");

    private HostileTexts() {}

    public static Stream<String> all() {
        return lines().filter(line -> !line.startsWith("# ")).map(HostileTexts::read);
    }

    private static String read(String line) {
        String repeated =
                REPEAT.matcher(line).replaceAll(found -> found.group(1).repeat(Integer.parseInt(found.group(2))));
        String unicode = UNICODE.matcher(repeated)
                .replaceAll(found -> String.valueOf((char) Integer.parseInt(found.group(1), 16)));
        return unicode.translateEscapes();
    }

    private static Stream<String> lines() {
        try (InputStream in = HostileTexts.class.getResourceAsStream("/notice/hostile.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
