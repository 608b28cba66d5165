package io.chodae.roster;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;

/** The texts that cells refer to by number; the guard bounds how many there are and how long they are together. */
final class SharedStrings implements PartReader {

    private final List<String> texts = new ArrayList<>();
    private final CellValue text = new CellValue();

    /** A text that is not there is empty: so it is in a workbook that has none at all. */
    String get(int index) {
        return index < texts.size() ? texts.get(index) : "";
    }

    @Override
    public void start(String name, XMLStreamReader xml) {
        if (name.equals("si")) {
            text.begin("t");
        } else {
            text.start(name);
        }
    }

    @Override
    public void text(XMLStreamReader xml) {
        text.add(xml);
    }

    @Override
    public void end(String name) {
        if (name.equals("si")) {
            texts.add(text.toString());
        } else {
            text.end(name);
        }
    }
}
