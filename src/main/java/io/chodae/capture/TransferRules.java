package io.chodae.capture;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wants about transfer requests that nobody answers.
 *
 * @param reminderDays so many days after the mail each; ascending, three at most
 * @param deadlineDays counted from the mail that tells of the deadline; null: there is none
 * @param noticeDays so long before an eviction its last notice goes out
 * @param declinedToo whether those who declined are evicted as well
 */
public record TransferRules(
        List<Integer> reminderDays,
        @Nullable Integer deadlineDays,
        Follows follows,
        int noticeDays,
        boolean declinedToo) {

    public static final int MOST_REMINDERS = 3;
    public static final int LONGEST_DEADLINE = 90;
    public static final int LONGEST_NOTICE = 14;

    /** Nothing happens by itself. */
    public static final TransferRules NONE = new TransferRules(List.of(), null, Follows.NOTHING, 7, false);

    /** What follows when the deadline passes. */
    public enum Follows {
        NOTHING,
        /** The address is taken back, after a last notice. */
        EVICT
    }

    public TransferRules {
        reminderDays = List.copyOf(reminderDays);
    }

    public boolean evicts() {
        return follows == Follows.EVICT && deadlineDays != null;
    }

    /** Whether there is nothing to be done by the clock. */
    public boolean quiet() {
        return reminderDays.isEmpty() && deadlineDays == null;
    }

    /** What a mail that is written now tells; null without a deadline. */
    @Nullable
    Told told() {
        if (deadlineDays == null) {
            return null;
        }
        if (!evicts()) {
            return Told.NOTHING;
        }
        return declinedToo ? Told.EVICT_DECLINED : Told.EVICT;
    }

    Duration time() {
        return Duration.ofDays(deadlineDays == null ? 0 : deadlineDays);
    }

    Duration notice() {
        return Duration.ofDays(noticeDays);
    }
}
