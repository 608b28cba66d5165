package io.chodae.roster;

import java.util.Map;

/**
 * Ends the reading from however deep inside of it. Never leaves the room: {@link ReadRoster} turns it into a
 * {@link RosterReading.Unreadable}.
 */
final class UnreadableRoster extends RuntimeException {

    private final RosterReading.Unreadable reason;

    UnreadableRoster(RosterProblem problem) {
        this(problem, Map.of());
    }

    UnreadableRoster(RosterProblem problem, Map<String, String> args) {
        super(problem.name(), null, false, false);
        this.reason = new RosterReading.Unreadable(problem, args);
    }

    RosterReading.Unreadable reason() {
        return reason;
    }
}
