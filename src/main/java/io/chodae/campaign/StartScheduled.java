package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins a sending whose time has come. Everything is checked again, seats and all; where it may not go out any more,
 * the draft is open again and says why, and nothing was sent.
 */
@Component
class StartScheduled {

    private static final Logger log = LoggerFactory.getLogger(StartScheduled.class);

    private final TransactionTemplate transaction;
    private final DraftStore drafts;
    private final ScheduleStore schedules;
    private final RecheckRows recheck;
    private final MaySend maySend;
    private final DailyPeople daily;
    private final BeginSending begin;
    private final AuditTrail audit;
    private final Clock clock;

    StartScheduled(
            TransactionTemplate transaction,
            DraftStore drafts,
            ScheduleStore schedules,
            RecheckRows recheck,
            MaySend maySend,
            DailyPeople daily,
            BeginSending begin,
            AuditTrail audit,
            Clock clock) {
        this.transaction = transaction;
        this.drafts = drafts;
        this.schedules = schedules;
        this.recheck = recheck;
        this.maySend = maySend;
        this.daily = daily;
        this.begin = begin;
        this.audit = audit;
        this.clock = clock;
    }

    /** Does nothing where it was cancelled, moved to a later time, or begun already. */
    void start(CustomerId customer, long campaignId) {
        Optional<String> refused = transaction.execute(status -> begin(customer, campaignId, status));
        refused.ifPresent(why -> transaction.executeWithoutResult(status -> giveBack(customer, campaignId, why)));
    }

    /** @return why it may not go out; nothing is written then */
    private Optional<String> begin(CustomerId customer, long campaignId, TransactionStatus status) {
        Optional<ScheduleStore.Waiting> due = locked(customer, campaignId);
        if (due.isEmpty()) {
            return Optional.empty();
        }
        Actor actor = due.get().actor();
        long draftId = due.get().schedule().draftId();
        recheck.recheck(customer, draftId);
        StoredDraft stored = drafts.find(customer, draftId).orElseThrow();
        Draft draft = stored.draft();
        Optional<SendDraftResult> refusal =
                maySend.refusal(stored, draft.version()).or(() -> daily.refusal(draft));
        if (refusal.isPresent()) {
            status.setRollbackOnly();
            return Optional.of(why(refusal.get()));
        }
        BeginSending.Result begun = begin.offer(draft, actor);
        if (!(begun instanceof BeginSending.Offered offered)) {
            status.setRollbackOnly();
            return Optional.of("NOT_READY");
        }
        schedules.begin(customer, campaignId, offered.offerId(), draft.roster().ready());
        begin.write(draft, campaignId, offered.offerId(), actor);
        return Optional.empty();
    }

    private void giveBack(CustomerId customer, long campaignId, String why) {
        locked(customer, campaignId).ifPresent(waiting -> {
            Schedule schedule = waiting.schedule();
            schedules.reopen(customer, schedule.draftId());
            schedules.noteUnsent(customer, new Unsent(schedule.draftId(), schedule.at(), why));
            audit.record(
                    customer,
                    Actor.system(),
                    "campaign.notStarted",
                    "campaign",
                    String.valueOf(campaignId),
                    Map.of("why", why, "draft", String.valueOf(schedule.draftId())));
            log.warn(
                    "campaign {} of customer {} was due and could not go out ({}); its draft is open again",
                    campaignId,
                    customer.value(),
                    why);
        });
    }

    /** The draft's lock comes first, as everywhere; whether the campaign still waits is asked under it. */
    private Optional<ScheduleStore.Waiting> locked(CustomerId customer, long campaignId) {
        return schedules
                .find(customer, campaignId)
                .flatMap(waiting -> drafts.lock(customer, waiting.schedule().draftId()))
                .flatMap(stored -> schedules.find(customer, campaignId))
                .filter(waiting -> !waiting.schedule().at().isAfter(clock.instant()));
    }

    private static String why(SendDraftResult refusal) {
        return switch (refusal) {
            case SendDraftResult.NoSeat seat -> "NO_SEAT";
            case SendDraftResult.PublisherSuspended stopped -> "SUSPENDED";
            case SendDraftResult.ServiceIncomplete incomplete -> "SERVICE_INCOMPLETE";
            case SendDraftResult.NotReady notReady -> "NOT_READY";
            case SendDraftResult.NotPreviewed not -> "CHANGED";
            case SendDraftResult.Gone gone -> "NOT_READY";
            case SendDraftResult.TooManyPeople many -> "TOO_MANY_PEOPLE";
            case SendDraftResult.TooMany many -> throw new IllegalStateException("nobody pressed a button");
            case SendDraftResult.SentBefore before -> throw new IllegalStateException("nobody is there to be asked");
            case SendDraftResult.Started started -> throw new IllegalStateException("a refusal starts nothing");
            case SendDraftResult.AlreadySent sent -> throw new IllegalStateException("a waiting draft was not sent");
        };
    }
}
