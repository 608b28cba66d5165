package io.chodae.capture;

import io.chodae.capture.TransferClock.Notice;
import io.chodae.capture.TransferClock.Telling;
import io.chodae.capture.TransferRulesStore.Ruled;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The deadline of a request, as its person is told.
 *
 * @param at the customer's clock may stand, and then it comes later
 * @param evicts whether the address is taken back after it; no earlier than this
 * @param declinedToo whether declining does not help against that
 * @param lastNotice whether the last notice was written
 * @param lost whether a mail that had to arrive did not, so that nothing follows
 */
public record TransferDeadline(Instant at, boolean evicts, boolean declinedToo, boolean lastNotice, boolean lost) {

    /**
     * What is true now; null where there is none.
     *
     * @param kept whether the account keeps its address whatever happens
     */
    static @Nullable TransferDeadline of(Ruled ruled, TransferClock clock, boolean kept, Instant now) {
        TransferRules rules = ruled.rules();
        TransferClock fitted = TransferPlan.fit(rules, clock);
        Told told = fitted.told();
        Telling telling = fitted.deadline();
        if (told == null || telling == null) {
            return null;
        }
        boolean evicts = rules.evicts() && told.evicts() && !kept && !fitted.mailLost();
        boolean declinedToo = evicts && rules.declinedToo() && told == Told.EVICT_DECLINED;
        boolean answered = fitted.state() == UserInvitationState.DECLINED && !declinedToo;
        Notice notice = fitted.notice();
        Instant end =
                evicts && notice != null && notice.evictAt().isAfter(telling.at()) ? notice.evictAt() : telling.at();
        return answered
                ? null
                : new TransferDeadline(
                        ruled.real(end, now), evicts, declinedToo, evicts && notice != null, fitted.mailLost());
    }
}
