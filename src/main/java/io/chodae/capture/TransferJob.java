package io.chodae.capture;

import io.chodae.shared.CustomerId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operator asked to be done to many unmanaged accounts, and how far it is.
 *
 * @param total accounts that it is about
 * @param results how many became what so far, by {@link #SENT}, {@link #CANCELED}, {@link #EVICTED} or the name of a
 *     {@link UserInvitationRefusal} or of an {@link io.chodae.directory.EvictionRefusal}
 * @param createdBy address of the operator who asked for it
 * @param finishedAt null while it is worked at
 */
public record TransferJob(
        CustomerId customer,
        long id,
        Kind kind,
        int total,
        Map<String, Integer> results,
        String createdBy,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    public static final String SENT = "SENT";
    public static final String CANCELED = "CANCELED";
    public static final String EVICTED = "EVICTED";

    /** What was asked for. */
    public enum Kind {
        SEND,
        CANCEL,
        /** What a file says for each address. */
        UPLOAD,
        EVICT
    }

    public TransferJob {
        results = Map.copyOf(results);
    }

    /** How many were dealt with. */
    public int done() {
        return results.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int count(String result) {
        return results.getOrDefault(result, 0);
    }
}
