package io.chodae.platform;

import java.util.regex.Pattern;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Takes the secret part of mailed links out of what is logged, whoever logs it. Structured logs pass through here by
 * {@code logging.structured.json.customizer}; the readable ones by the same pattern in {@code logging.pattern.console}.
 */
final class LinkHiding implements StructuredLoggingJsonMembersCustomizer<Object> {

    private static final Pattern SECRET = Pattern.compile("/(i|t|u|reset|verify|setup|join)/[\\w%~.-]+");
    private static final Pattern SECRET_OUTSIDE_OF_START = Pattern.compile("/(i|t|u|reset|verify|join)/[\\w%~.-]+");

    /** The path as it may be logged. */
    static String path(String path) {
        return SECRET.matcher(path).replaceAll("/$1/***");
    }

    /** The set-up link of the first administrator stays readable: the log is where it is handed over. */
    @Override
    public void customize(JsonWriter.Members<Object> members) {
        members.applyingValueProcessor(JsonWriter.ValueProcessor.of(
                String.class, text -> SECRET_OUTSIDE_OF_START.matcher(text).replaceAll("/$1/***")));
    }
}
