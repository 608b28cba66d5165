package io.chodae.roster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The number formats of a workbook: by them alone a date differs from a quantity. */
final class XlsxFormats implements PartReader {

    private final List<String> cellFormats = new ArrayList<>();
    private final Map<String, String> codes = new HashMap<>();
    private DateText dates = new DateText(false);
    private boolean ofCells;

    void from1904(boolean from1904) {
        dates = new DateText(from1904);
    }

    @Override
    public void start(String name, XMLStreamReader xml) {
        switch (name) {
            case "numFmt" -> codes.put(attribute(xml, "numFmtId"), attribute(xml, "formatCode"));
            case "cellXfs" -> ofCells = true;
            case "xf" -> {
                if (ofCells) {
                    cellFormats.add(attribute(xml, "numFmtId"));
                }
            }
            default -> {
                // fonts, borders, colours
            }
        }
    }

    @Override
    public void end(String name) {
        if (name.equals("cellXfs")) {
            ofCells = false;
        }
    }

    /** @param style number of the cell's format; empty where it shows a quantity, or the number is no date */
    Optional<String> date(BigDecimal number, @Nullable String style) {
        int index = style == null ? -1 : Integer.parseInt(style);
        if (index < 0 || index >= cellFormats.size()) {
            return Optional.empty();
        }
        String format = cellFormats.get(index);
        return format.isEmpty() || format.equals("0")
                ? Optional.empty()
                : dates.read(number.doubleValue(), Integer.parseInt(format), codes.get(format));
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
