package io.chodae.roster;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Follows one XML part of a workbook and refuses what no spreadsheet program writes. Keeps no text but numbers. */
final class PartWalk {

    private static final int MAX_DEPTH = 256;
    private static final int MAX_NAMES = 4_000;
    /** A cell holds 32,767 characters (ECMA-376 says so of Excel); formula and phonetic hints come on top. */
    private static final int MAX_CELL_CHARACTERS = 100_000;

    private static final int RECENT = 64;
    private static final int MAX_COLUMNS = 16_384;
    private static final Set<String> DIRECTORY = Set.of("sheet", "xf", "numFmt", "Relationship", "Override", "Default");

    private final String part;
    private final WorkbookFacts facts;
    private final @Nullable PartReader reader;
    private final Set<String> names = new HashSet<>();
    private final @Nullable String[] recent = new String[RECENT];
    private final StringBuilder index = new StringBuilder();

    private int depth;
    private int outerDepth = -1;
    private boolean sharedString;
    private int characters;
    private int cellsInRow;
    private boolean indexCell;
    private int indexDepth = -1;

    /** @param reader who takes what is found harmless, if anybody does */
    PartWalk(String part, WorkbookFacts facts, @Nullable PartReader reader) {
        this.part = part;
        this.facts = facts;
        this.reader = reader;
    }

    void take(int event, XMLStreamReader xml) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(xml);
            case XMLStreamConstants.END_ELEMENT -> end(xml);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text(xml);
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> know(xml.getPITarget());
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw unsafe();
            default -> {
                // comments and the document's ends hold nothing that a reader keeps
            }
        }
    }

    private void start(XMLStreamReader xml) {
        if (++depth > MAX_DEPTH) {
            throw unsafe();
        }
        String name = xml.getLocalName();
        know(name);
        know(xml.getPrefix());
        boolean listed = DIRECTORY.contains(name);
        int attributes = attributes(xml, listed);
        if (listed) {
            facts.directoryEntry(attributes);
            contentType(xml);
        }
        if (outerDepth >= 0) {
            inside(name, xml);
        } else if (name.equals("row")) {
            cellsInRow = 0;
        } else if (name.equals("c") || name.equals("si")) {
            outerDepth = depth;
            characters = 0;
            sharedString = name.equals("si");
            if (!sharedString) {
                cell(xml);
                return;
            }
        }
        if (reader != null) {
            reader.start(name, xml);
        }
    }

    private void inside(String name, XMLStreamReader xml) {
        if (name.equals("v") && indexCell && indexDepth < 0) {
            indexDepth = depth;
            index.setLength(0);
        } else if (name.equals("f")) {
            if ("array".equals(xml.getAttributeValue(null, "t"))) {
                facts.arrayFormula();
            }
        } else if (name.equals("row") || name.equals("c") || name.equals("si")) {
            throw unsafe();
        }
    }

    private void cell(XMLStreamReader xml) {
        facts.cell();
        String type = xml.getAttributeValue(null, "t");
        indexCell = "s".equals(type);
        int column = column(xml.getAttributeValue(null, "r"));
        if (++cellsInRow > MAX_COLUMNS || column > MAX_COLUMNS) {
            throw unsafe();
        }
        if (reader != null) {
            reader.cell(column, type, xml);
        }
    }

    private void end(XMLStreamReader xml) {
        if (reader != null) {
            reader.end(xml.getLocalName());
        }
        if (depth == indexDepth) {
            facts.useOfShared(number(index));
            indexDepth = -1;
        }
        if (depth == outerDepth) {
            if (sharedString) {
                facts.sharedString(part);
            }
            outerDepth = -1;
            sharedString = false;
            indexCell = false;
        }
        depth--;
    }

    private void text(XMLStreamReader xml) {
        measure(xml);
        if (reader != null && outerDepth >= 0) {
            reader.text(xml);
        }
    }

    private void measure(XMLStreamReader xml) {
        if (outerDepth < 0) {
            return;
        }
        int length = xml.getTextLength();
        characters += length;
        if (characters > MAX_CELL_CHARACTERS) {
            throw unsafe();
        }
        if (sharedString) {
            facts.sharedCharacters(length);
        }
        if (indexDepth >= 0 && index.length() < 16) {
            index.append(xml.getText(), 0, Math.min(length, 16));
        }
    }

    /** The parser keeps every name it meets: a part has few of them, which it hands out as the same texts each time. */
    @SuppressWarnings("ReferenceEquality")
    private void know(String name) {
        int place = name.hashCode() & (RECENT - 1);
        if (recent[place] == name) {
            return;
        }
        recent[place] = name;
        if (!name.isEmpty() && names.add(name) && names.size() > MAX_NAMES) {
            throw unsafe();
        }
    }

    /** Gets to know their names. The length of their values, which are made texts only when they are asked for. */
    private int attributes(XMLStreamReader xml, boolean listed) {
        int sum = 0;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            know(xml.getAttributeLocalName(i));
            know(xml.getAttributePrefix(i));
            sum += listed ? xml.getAttributeValue(i).length() : 0;
        }
        return sum;
    }

    private void contentType(XMLStreamReader xml) {
        String type = xml.getAttributeValue(null, "ContentType");
        String at = xml.getAttributeValue(null, "PartName");
        if (part.equals(XlsxParts.CONTENT_TYPES)
                && at != null
                && type != null
                && type.endsWith("spreadsheetml.sharedStrings+xml")) {
            String name = at.toLowerCase(Locale.ROOT);
            facts.sharedStringsAt(name.startsWith("/") ? name.substring(1) : name);
        }
    }

    /** The column of a reference such as {@code AB12}, from 1; nought where there is no reference. */
    private static int column(@Nullable String reference) {
        int column = 0;
        for (int i = 0; reference != null && i < reference.length() && column <= MAX_COLUMNS; i++) {
            char c = Character.toUpperCase(reference.charAt(i));
            if (c >= 'A' && c <= 'Z') {
                column = column * 26 + c - 'A' + 1;
            } else if (c != '$') {
                break;
            }
        }
        return column;
    }

    private static int number(CharSequence digits) {
        try {
            int number = CellValue.number(digits);
            if (number < 0) {
                throw unsafe();
            }
            return number;
        } catch (NumberFormatException e) {
            // no string is meant; the reader says so where it matters
            return -1;
        }
    }

    private static UnreadableRoster unsafe() {
        return new UnreadableRoster(RosterProblem.UNSAFE);
    }
}
