package io.chodae.roster;

import java.util.Map;

/** What came of reading a file: its people, faulty rows among them, or the one reason why it cannot be read. */
public sealed interface RosterReading {

    /** The file was read to its end. */
    record Read(Roster roster) implements RosterReading {}

    /**
     * Nothing of the file can be used.
     *
     * @param args what the sentence names, by the names that {@link RosterProblem} lists
     */
    record Unreadable(RosterProblem problem, Map<String, String> args) implements RosterReading {

        public Unreadable {
            args = Map.copyOf(args);
        }
    }
}
