package io.chodae.campaign;

import io.chodae.invitation.BulkOutcome;
import io.chodae.shared.CustomerId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operator asked to be done to many invitations, and how far it is.
 *
 * @param groupId where to, of {@link JobAct#MOVE}; null else
 * @param total people it is about
 * @param results how many became what so far
 * @param createdBy address of the operator who asked for it
 * @param finishedAt null while it is worked at
 */
public record InvitationJob(
        long id,
        CustomerId customer,
        JobAct act,
        @Nullable Long groupId,
        int total,
        Map<BulkOutcome, Integer> results,
        String createdBy,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    public InvitationJob {
        results = Map.copyOf(results);
    }

    /** How many were dealt with. */
    public int done() {
        return results.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int count(BulkOutcome outcome) {
        return results.getOrDefault(outcome, 0);
    }
}
