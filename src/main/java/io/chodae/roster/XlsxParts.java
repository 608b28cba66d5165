package io.chodae.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parts that a list is read from: the content types name the workbook, the workbook its sheets, its relations
 * their parts (ECMA-376 Part 2). Names of parts are in lower case and without a leading slash.
 */
final class XlsxParts implements PartReader {

    static final String CONTENT_TYPES = "[content_types].xml";
    private static final String TYPE = "spreadsheetml.";

    private final @Nullable String wanted;
    private final SheetTape tape;
    private final List<Sheet> visible = new ArrayList<>();
    private final Map<String, String> targets = new HashMap<>();
    private final XlsxFormats formats = new XlsxFormats();
    private final SharedStrings strings = new SharedStrings();

    private String workbook = "xl/workbook.xml";
    private String styles = "";
    private String shared = "";

    /** @param wanted name of the sheet to be read; null for the first visible one */
    XlsxParts(@Nullable String wanted, SheetTape tape) {
        this.wanted = wanted;
        this.tape = tape;
    }

    private record Sheet(String name, String relation) {}

    SharedStrings strings() {
        return strings;
    }

    String workbook() {
        return workbook;
    }

    String relations() {
        int folder = workbook.lastIndexOf('/') + 1;
        return workbook.substring(0, folder) + "_rels/" + workbook.substring(folder) + ".rels";
    }

    String styles() {
        return styles;
    }

    /** Who reads a part; null for those that nobody needs. Those above are to be read before any other. */
    @Nullable
    PartReader readerOf(String part) {
        if (part.equals(CONTENT_TYPES) || part.equals(workbook) || part.equals(relations())) {
            return this;
        }
        if (part.equals(styles)) {
            return formats;
        }
        if (part.equals(shared)) {
            return strings;
        }
        return part.equals(sheetPart()) ? new XlsxCells(formats, tape) : null;
    }

    /** Whether there is a visible sheet; its part may be missing for all that is known. */
    boolean sheetKnown() {
        return !visible.isEmpty();
    }

    /** Empty where no sheet or no part of it is named. */
    String sheetPart() {
        return sheetKnown() ? targets.getOrDefault(chosen().relation(), "") : "";
    }

    String sheetName() {
        return chosen().name();
    }

    List<String> otherSheets() {
        Sheet chosen = chosen();
        return visible.stream()
                .filter(sheet -> !sheet.equals(chosen))
                .map(Sheet::name)
                .toList();
    }

    private Sheet chosen() {
        return visible.stream()
                .filter(sheet -> sheet.name().equals(wanted))
                .findFirst()
                .orElse(visible.getFirst());
    }

    @Override
    public void start(String name, XMLStreamReader xml) {
        switch (name) {
            case "Override" -> part(attribute(xml, "ContentType"), attribute(xml, "PartName"));
            case "Relationship" -> targets.put(attribute(xml, "Id"), target(attribute(xml, "Target")));
            case "workbookPr" -> {
                String from1904 = attribute(xml, "date1904");
                formats.from1904(from1904.equals("1") || from1904.equals("true"));
            }
            case "sheet" -> {
                String state = attribute(xml, "state");
                if (state.isEmpty() || state.equals("visible")) {
                    visible.add(new Sheet(attribute(xml, "name"), attribute(xml, "id")));
                }
            }
            default -> {
                // views, names, calculation
            }
        }
    }

    private void part(String type, String part) {
        if (type.endsWith(TYPE + "sheet.main+xml")) {
            workbook = partName(part);
        } else if (type.endsWith(TYPE + "sharedStrings+xml")) {
            shared = partName(part);
        } else if (type.endsWith(TYPE + "styles+xml")) {
            styles = partName(part);
        }
    }

    private String target(String target) {
        return target.startsWith("/")
                ? partName(target)
                : partName(workbook.substring(0, workbook.lastIndexOf('/') + 1) + target);
    }

    static String partName(String name) {
        String part = name.toLowerCase(Locale.ROOT);
        return part.startsWith("/") ? part.substring(1) : part;
    }

    /** By its name alone: the prefix of {@code r:id} is whatever the program likes. */
    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }
}
