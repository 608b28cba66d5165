package io.chodae.roster;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the parts of a workbook add up to: what a reader will hold in memory, and what one part says of another. */
final class WorkbookFacts {

    /** Ten texts a person, all different. */
    private static final int MAX_SHARED_STRINGS = 1_000_000;

    private static final long MAX_SHARED_CHARACTERS = 40L << 20;
    private static final long MAX_DIRECTORY_CHARACTERS = 8L << 20;
    /** A reader compares each cell with each array formula. */
    private static final long MAX_ARRAY_COMPARISONS = 3_000_000_000L;

    private final Map<String, int[]> sharedStrings = new HashMap<>();
    private @Nullable String sharedStringsPart;
    private int highestShared = -1;
    private long sharedCharacters;
    private long directoryCharacters;
    private long cells;
    private long arrayFormulas;

    void sharedString(String part) {
        refuseIf(++sharedStrings.computeIfAbsent(part, first -> new int[1])[0] > MAX_SHARED_STRINGS);
    }

    void sharedCharacters(int more) {
        sharedCharacters += more;
        refuseIf(sharedCharacters > MAX_SHARED_CHARACTERS);
    }

    void useOfShared(int index) {
        highestShared = Math.max(highestShared, index);
    }

    void cell() {
        cells++;
    }

    void arrayFormula() {
        arrayFormulas++;
    }

    /** Sheets, styles, relations: short lists that a reader keeps whole. */
    void directoryEntry(int characters) {
        directoryCharacters += 64 + characters;
        refuseIf(directoryCharacters > MAX_DIRECTORY_CHARACTERS);
    }

    /** The content types name the part of shared strings; two of them would leave open which one is read. */
    void sharedStringsAt(String part) {
        if (sharedStringsPart != null) {
            throw new UnreadableRoster(RosterProblem.DAMAGED);
        }
        sharedStringsPart = part;
    }

    /** To be called after the last part: a reader fills up with blanks until it reaches a string that is not there. */
    void checkTogether() {
        int known = sharedStringsPart == null ? 0 : sharedStrings.getOrDefault(sharedStringsPart, new int[1])[0];
        // with no such part a reader answers nothing for every string, and the list has no column names
        if (sharedStringsPart != null && highestShared >= known) {
            throw new UnreadableRoster(RosterProblem.DAMAGED);
        }
        refuseIf(arrayFormulas * cells > MAX_ARRAY_COMPARISONS);
    }

    private static void refuseIf(boolean tooMuch) {
        if (tooMuch) {
            throw new UnreadableRoster(RosterProblem.UNSAFE);
        }
    }
}
