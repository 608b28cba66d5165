package io.chodae.roster;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads a file that an operator chose, whatever its name says: .xlsx, .xls, or delimited text. */
@Component
public class ReadRoster {

    /**
     * Reads all people into memory; for lists that are known to be short, and tests.
     *
     * @param fileName as the operator knows it; nothing is decided by it
     */
    public RosterReading read(Path file, String fileName, RosterLimits limits) {
        throw new UnsupportedOperationException("comes next");
    }

    /**
     * Hands the people on one by one, in bounded memory.
     *
     * @return empty where the file was read to its end
     */
    public Optional<RosterReading.Unreadable> read(Path file, RosterLimits limits, RosterConsumer consumer) {
        throw new UnsupportedOperationException("comes next");
    }
}
