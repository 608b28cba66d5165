package io.chodae.identity;

import java.util.List;

/**
 * What became of some lines.
 *
 * @param created accounts that are new
 * @param existing lines whose address had an account already, maybe by an earlier line or an earlier run
 */
public record ImportedChunk(int created, int existing, List<RefusedLine> refused) {

    public ImportedChunk {
        refused = List.copyOf(refused);
    }

    /** @param reason in English, for the person at the command line */
    public record RefusedLine(long line, String reason) {}
}
