package io.chodae.bizkit;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An act on many people, and how far it is.
 *
 * @param groupName where people are moved to; null: unclassified, a group that is gone, or another act
 * @param total people when it began
 * @param seen people who were looked at
 * @param changed those of them to whom it was done
 * @param needsInvitation those who need a new invitation first
 */
public record PeopleJob(
        long id,
        PeopleAct.Kind kind,
        @Nullable Long groupId,
        @Nullable String groupName,
        @Nullable LocalDate endsOn,
        int total,
        int seen,
        int changed,
        int needsInvitation,
        State state,
        Instant createdAt,
        String createdBy,
        @Nullable Instant finishedAt) {

    /** Where it is. */
    public enum State {
        RUNNING,
        DONE,
        /** Halfway, for what it needs is gone: the group, or the day. */
        STOPPED
    }

    /** Those for whom there was nothing to do. */
    public int unchanged() {
        return seen - changed - needsInvitation;
    }

    public boolean running() {
        return state == State.RUNNING;
    }
}
