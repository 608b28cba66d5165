package io.chodae.console;

import java.util.List;

/**
 * What two operators changed, each in his own way, side by side.
 *
 * @param by whose values are stored
 */
record ClashView(String by, List<Line> lines) {

    /**
     * @param field its name in the form
     * @param label message key
     * @param choice what was chosen already, or {@code UNDECIDED}
     * @param both whether both can stand
     */
    record Line(String field, String label, String mine, String theirs, String choice, boolean both) {}
}
