package io.chodae.bizkit;

import io.chodae.shared.PlainText;
import java.util.List;

/** The rules that several forms share. */
final class FieldChecks {

    private FieldChecks() {}

    static void required(String field, String value, int max, List<Fault> faults) {
        if (value.isEmpty()) {
            faults.add(Fault.of(field, "MISSING"));
        } else {
            atMost(field, value, max, faults);
        }
    }

    static void atMost(String field, String value, int max, List<Fault> faults) {
        int length = PlainText.length(value);
        if (length > max) {
            faults.add(Fault.of(field, "TOO_LONG", max, length));
        }
    }
}
