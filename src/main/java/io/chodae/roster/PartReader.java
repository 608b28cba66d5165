package io.chodae.roster;

import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Takes from a part what is wanted of it, element by element, each after {@link PartWalk} has found it harmless. */
interface PartReader {

    /** Any element but a cell. */
    void start(String name, XMLStreamReader xml);

    /**
     * A cell of a sheet.
     *
     * @param column from 1; nought where the file does not say
     */
    default void cell(int column, @Nullable String type, XMLStreamReader xml) {}

    default void text(XMLStreamReader xml) {}

    default void end(String name) {}
}
