package io.chodae.mail;

import io.chodae.shared.PlainText;
import java.util.Map;
import java.util.regex.Pattern;

/** A header whose value may hold slots. What all readers share is encoded once. */
final class HeaderLine {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

    private final String name;
    private final SlotText value;
    private final String ready;

    HeaderLine(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no header's name: " + name);
        }
        this.name = name;
        this.value = SlotText.parse(value);
        this.ready = this.value.hasSlots() ? "" : line(this.value.fill(Map.of()));
    }

    String fill(Map<String, String> values) {
        return ready.isEmpty() ? line(value.fill(values)) : ready;
    }

    private String line(String text) {
        String prefix = name + ": ";
        return prefix + HeaderText.unstructured(prefix.length(), PlainText.oneLine(text)) + "\r\n";
    }
}
