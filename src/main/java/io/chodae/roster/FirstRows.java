package io.chodae.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers in which row of one list each address stood first, and marks the later ones as duplicates. */
public final class FirstRows {

    private final Map<String, Integer> rows = new HashMap<>();

    /** The row as it is, or with the fault that names the earlier row of the same address. Call in list order. */
    public RosterRow mark(RosterRow row) {
        Optional<String> key = row.emailKey();
        if (key.isEmpty()) {
            return row;
        }
        Integer first = rows.putIfAbsent(key.get(), row.sheetRow());
        if (first == null) {
            return row;
        }
        List<RowFault> faults = new ArrayList<>(row.faults());
        faults.add(new RowFault(
                RosterColumn.EMAIL, FaultCode.DUPLICATE_IN_FILE, row.email(), Map.of("firstRow", first.toString())));
        return new RosterRow(
                row.sheetRow(),
                row.name(),
                row.email(),
                row.phone(),
                row.extraInfo(),
                row.language(),
                faults,
                row.warnings());
    }
}
