package io.chodae.roster;

import javax.xml.stream.XMLStreamReader;

/** Gathers the text of a cell or a shared string: what stands in the elements that hold it, phonetic hints left out. */
final class CellValue {

    private static final String PHONETIC = "rPh";

    private final StringBuilder text = new StringBuilder();
    private String holder = "";
    private boolean holding;
    private boolean phonetic;

    /** Forgets what was gathered. */
    void begin(String holdingElement) {
        text.setLength(0);
        holder = holdingElement;
        holding = false;
        phonetic = false;
    }

    void start(String element) {
        if (element.equals(PHONETIC)) {
            phonetic = true;
        } else if (element.equals(holder)) {
            holding = !phonetic;
        }
    }

    void add(XMLStreamReader xml) {
        if (holding) {
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
    }

    void end(String element) {
        if (element.equals(PHONETIC)) {
            phonetic = false;
        } else if (element.equals(holder)) {
            holding = false;
        }
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** @throws NumberFormatException where it is not a whole number */
    int number() {
        return number(text);
    }

    /** Blanks around the digits do not count. */
    static int number(CharSequence text) {
        int from = 0;
        int to = text.length();
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return Integer.parseInt(text, from, to, 10);
    }

    @Override
    public String toString() {
        return text.isEmpty() ? "" : text.toString();
    }
}
