package io.chodae.roster;

import java.util.Map;

/**
 * One thing that keeps a row from being invited.
 *
 * @param value as it stood in the cell, cut after a few hundred characters
 * @param args what the sentence names: {@code max} (a length), {@code firstRow} (of a duplicate); empty otherwise
 */
public record RowFault(RosterColumn column, FaultCode code, String value, Map<String, String> args) {

    public RowFault {
        value = RawValue.cut(value);
        args = Map.copyOf(args);
    }

    public RowFault(RosterColumn column, FaultCode code, String value) {
        this(column, code, value, Map.of());
    }
}
