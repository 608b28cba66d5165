package io.chodae.capture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the clock of one request stands. All times are those of its customer's clock.
 *
 * @param from what the days are counted from: the mail that told of the deadline, or else the first
 * @param followUps mails about this link that came after the first
 * @param mailedAt the last mail of any kind
 * @param told what would follow; null: it was told of no deadline
 * @param deadline what it was told
 * @param notice the last one; null: none went out
 * @param mailLost whether a mail that had to arrive did not
 */
record TransferClock(
        UserInvitationState state,
        Instant from,
        int followUps,
        Instant mailedAt,
        @Nullable Told told,
        @Nullable Telling deadline,
        @Nullable Notice notice,
        boolean mailLost) {

    /**
     * That there is a deadline.
     *
     * @param number of the mail that told it; 0: the first
     */
    record Telling(int number, Instant at) {}

    /**
     * The last one before an eviction.
     *
     * @param number of its mail
     * @param told what it said would follow
     * @param evictAt when
     */
    record Notice(int number, Told told, Instant evictAt) {}

    /** Of a link that is new. */
    static TransferClock begun(TransferRules rules, Instant now) {
        Told told = rules.told();
        return new TransferClock(
                UserInvitationState.INVITED,
                now,
                0,
                now,
                told,
                told == null ? null : new Telling(0, now.plus(rules.time())),
                null,
                false);
    }

    /** A mail that only reminds. */
    TransferClock reminded(Instant now) {
        return new TransferClock(state, from, followUps + 1, now, told, deadline, notice, mailLost);
    }

    /** A mail that tells of a deadline that the earlier ones did not name. */
    TransferClock told(Told what, Instant until, Instant now) {
        int number = followUps + 1;
        return new TransferClock(state, now, number, now, what, new Telling(number, until), null, mailLost);
    }

    /** The last notice. */
    TransferClock noticed(Told what, Instant evictAt, Instant now) {
        int number = followUps + 1;
        return new TransferClock(state, from, number, now, told, deadline, new Notice(number, what, evictAt), mailLost);
    }

    /** A last notice that is the first to tell of a deadline. */
    TransferClock toldAndNoticed(Told what, Instant evictAt, Instant now) {
        int number = followUps + 1;
        return new TransferClock(
                state,
                now,
                number,
                now,
                what,
                new Telling(number, evictAt),
                new Notice(number, what, evictAt),
                mailLost);
    }

    /** Told this and no more; notices of what no longer holds are forgotten. */
    TransferClock without(@Nullable Told what, @Nullable Telling telling) {
        return new TransferClock(state, from, followUps, mailedAt, what, telling, null, mailLost);
    }

    /** With more time than it was told. */
    TransferClock atLeastUntil(Instant time) {
        if (deadline == null || !deadline.at().isBefore(time)) {
            return this;
        }
        Notice later = notice == null || !notice.evictAt().isBefore(time)
                ? notice
                : new Notice(notice.number(), notice.told(), time);
        return new TransferClock(
                state, from, followUps, mailedAt, told, new Telling(deadline.number(), time), later, mailLost);
    }

    TransferClock lost() {
        return new TransferClock(state, from, followUps, mailedAt, told, deadline, notice, true);
    }
}
