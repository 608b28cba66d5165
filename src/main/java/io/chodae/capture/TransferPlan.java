package io.chodae.capture;

import io.chodae.capture.TransferClock.Notice;
import io.chodae.capture.TransferClock.Telling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What comes next for one request, by the rules and its clock. */
final class TransferPlan {

    /** Two mails to one person are at least so far apart. */
    static final Duration APART = Duration.ofHours(12);

    private TransferPlan() {}

    /** What happens by the clock; where two are due, the earlier one here is done. */
    enum Step {
        EVICT,
        /** The last notice before it. */
        NOTICE,
        /** A mail to somebody whose mails so far did not name the deadline. */
        TELL,
        REMIND
    }

    record Next(Step step, Instant at) {}

    /** The clock as the rules want it: nobody has less time than was told, and what no longer follows was never told. */
    static TransferClock fit(TransferRules rules, TransferClock clock) {
        Told told = clock.told();
        Telling telling = clock.deadline();
        if (told == null || telling == null) {
            return clock;
        }
        if (rules.deadlineDays() == null) {
            return clock.without(null, null);
        }
        TransferClock longer = clock.atLeastUntil(clock.from().plus(rules.time()));
        return told.evicts() && !rules.evicts() ? longer.without(Told.NOTHING, longer.deadline()) : longer;
    }

    /** What is to be done now. */
    static Optional<Step> due(TransferRules rules, TransferClock clock, Instant now) {
        return candidates(rules, clock, clock.mailedAt()).stream()
                .filter(next -> !next.at().isAfter(now))
                .map(Next::step)
                .findFirst();
    }

    /** @param floor reminders whose day was before that are passed over */
    static Optional<Next> next(TransferRules rules, TransferClock clock, Instant floor) {
        return candidates(rules, clock, floor).stream().min(Comparator.comparing(Next::at));
    }

    private static List<Next> candidates(TransferRules rules, TransferClock clock, Instant floor) {
        if (clock.mailLost()) {
            return List.of();
        }
        return switch (clock.state()) {
            case INVITED -> invited(rules, clock, floor);
            case DECLINED ->
                rules.evicts() && rules.declinedToo()
                        ? List.of(declined(rules, clock, clock.notice()))
                        : List.<Next>of();
            case NOT_YET_SENT, ACCEPTED -> List.of();
        };
    }

    private static List<Next> invited(TransferRules rules, TransferClock clock, Instant floor) {
        Telling telling = clock.deadline();
        if (rules.deadlineDays() != null && (telling == null || !knows(rules, clock.told()))) {
            return List.of(new Next(Step.TELL, clock.mailedAt().plus(APART)));
        }
        List<Next> found = new ArrayList<>();
        if (rules.evicts() && telling != null) {
            Notice notice = clock.notice();
            found.add(
                    notice == null
                            ? new Next(Step.NOTICE, telling.at().minus(rules.notice()))
                            : new Next(Step.EVICT, notice.evictAt()));
        }
        Instant apart = clock.mailedAt().plus(APART);
        Instant earliest = floor.isAfter(apart) ? floor : apart;
        rules.reminderDays().stream()
                .map(days -> clock.from().plus(Duration.ofDays(days)))
                .filter(day -> !day.isBefore(earliest))
                .findFirst()
                .ifPresent(day -> found.add(new Next(Step.REMIND, day)));
        return found;
    }

    private static boolean knows(TransferRules rules, @Nullable Told told) {
        return told != null && (told.evicts() || !rules.evicts());
    }

    /** Who declined believing that this was the end of it has the full time from the notice on. */
    private static Next declined(TransferRules rules, TransferClock clock, @Nullable Notice notice) {
        if (notice != null && notice.told() == Told.EVICT_DECLINED) {
            return new Next(Step.EVICT, notice.evictAt());
        }
        Telling telling = clock.deadline();
        return clock.told() == Told.EVICT_DECLINED && telling != null
                ? new Next(Step.NOTICE, telling.at().minus(rules.notice()))
                : new Next(Step.NOTICE, clock.mailedAt().plus(APART));
    }

    /** What the last notice says, and when it says the address is taken back. */
    static TransferClock noticed(TransferRules rules, TransferClock clock, Instant now) {
        Telling telling = clock.deadline();
        boolean full = clock.state() == UserInvitationState.DECLINED && clock.told() != Told.EVICT_DECLINED;
        if (full || telling == null) {
            Instant end = now.plus(rules.time());
            return clock.toldAndNoticed(Told.EVICT_DECLINED, end, now);
        }
        Instant soonest = now.plus(rules.notice());
        Instant end = telling.at().isBefore(soonest) ? soonest : telling.at();
        Told said = clock.told() == Told.EVICT_DECLINED && rules.declinedToo() ? Told.EVICT_DECLINED : Told.EVICT;
        return clock.noticed(said, end, now);
    }
}
