package io.chodae.roster;

/**
 * One value that was understood otherwise than written.
 *
 * @param value as it stood in the cell, cut after a few hundred characters; the row holds what was made of it
 */
public record RowWarning(RosterColumn column, WarningCode code, String value) {

    public RowWarning {
        value = RawValue.cut(value);
    }
}
