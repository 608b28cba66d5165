package io.chodae.mail;

import io.chodae.shared.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places for a person's values. */
record SlotText(List<Piece> pieces) {

    private static final char OPEN = '\u0002';
    private static final char CLOSE = '\u0003';
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+");
    private static final Pattern SLOT = Pattern.compile(OPEN + "(" + NAME.pattern() + ")" + CLOSE);

    /** Controls in what a publisher wrote; line ends and tabs are kept. */
    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F]");

    sealed interface Piece {

        record Words(String text) implements Piece {}

        record Slot(String name) implements Piece {}
    }

    static String marker(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a slot's name has letters, digits and - only: " + name);
        }
        return OPEN + name + CLOSE;
    }

    static SlotText parse(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher slots = SLOT.matcher(text);
        int from = 0;
        while (slots.find()) {
            addWords(pieces, text.substring(from, slots.start()));
            pieces.add(new Piece.Slot(slots.group(1)));
            from = slots.end();
        }
        addWords(pieces, text.substring(from));
        return new SlotText(List.copyOf(pieces));
    }

    boolean hasSlots() {
        return pieces.stream().anyMatch(Piece.Slot.class::isInstance);
    }

    /** The words with the values between them. */
    String fill(Map<String, String> values) {
        StringBuilder result = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Words words -> result.append(words.text());
                case Piece.Slot slot -> result.append(value(slot, values));
            }
        }
        return result.toString();
    }

    /** A person's value as one line without controls. */
    static String value(Piece.Slot slot, Map<String, String> values) {
        String value = values.get(slot.name());
        if (value == null) {
            throw new IllegalArgumentException("no value for the slot " + slot.name());
        }
        return PlainText.oneLine(value);
    }

    private static void addWords(List<Piece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece.Words(CONTROLS.matcher(text).replaceAll(" ")));
        }
    }
}
