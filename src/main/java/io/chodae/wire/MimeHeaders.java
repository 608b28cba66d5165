package io.chodae.wire;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A block of header lines (RFC 5322, 2.2; RFC 9112, 5), and parameters of their values (RFC 2045, 5.1). */
final class MimeHeaders {

    private MimeHeaders() {}

    /** By lower-case name, the first of each; empty where a line is none. */
    static Optional<Map<String, String>> parse(Iterable<String> lines) {
        Map<String, String> headers = new HashMap<>();
        String last = "";
        for (String line : lines) {
            int colon = line.indexOf(':');
            if ((line.startsWith(" ") || line.startsWith("\t")) && !last.isEmpty()) {
                headers.merge(last, line.strip(), (before, more) -> before + " " + more);
            } else if (colon > 0) {
                last = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                headers.putIfAbsent(last, line.substring(colon + 1).strip());
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(headers);
    }

    /** The type without parameters, in lower case. */
    static String type(String value) {
        return value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    static Optional<String> parameter(String value, String name) {
        int at = value.indexOf(';');
        while (at >= 0) {
            int equals = value.indexOf('=', at);
            if (equals < 0) {
                return Optional.empty();
            }
            String found = value.substring(at + 1, equals).strip();
            StringBuilder text = new StringBuilder();
            int end = read(value, equals + 1, text);
            if (found.equalsIgnoreCase(name)) {
                return Optional.of(text.toString());
            }
            at = value.indexOf(';', end);
        }
        return Optional.empty();
    }

    /** A token up to the next semicolon, or a quoted string; the position behind it. */
    private static int read(String value, int start, StringBuilder text) {
        int i = start;
        while (i < value.length() && value.charAt(i) == ' ') {
            i++;
        }
        if (i < value.length() && value.charAt(i) == '"') {
            for (i++; i < value.length() && value.charAt(i) != '"'; i++) {
                if (value.charAt(i) == '\\' && i + 1 < value.length()) {
                    i++;
                }
                text.append(value.charAt(i));
            }
            return i;
        }
        int end = value.indexOf(';', i);
        end = end < 0 ? value.length() : end;
        text.append(value.substring(i, end).strip());
        return end;
    }
}
