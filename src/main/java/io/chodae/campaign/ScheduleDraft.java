package io.chodae.campaign;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.invitation.CountPresses;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends a draft later: it is frozen now, and begun by a timer. Until then the time may be changed, or the draft opened
 * again. Every time has a timer of its own, so that none need be taken back; one that is no longer meant does nothing.
 */
@Component
public class ScheduleDraft {

    private static final Duration FURTHEST = Duration.ofDays(365);

    private final DraftStore drafts;
    private final ScheduleStore schedules;
    private final CampaignStore campaigns;
    private final MaySend maySend;
    private final FindSentBefore sentBefore;
    private final CountPresses presses;
    private final AuditTrail audit;
    private final SchedulerClient timers;
    private final Clock clock;

    ScheduleDraft(
            DraftStore drafts,
            ScheduleStore schedules,
            CampaignStore campaigns,
            MaySend maySend,
            FindSentBefore sentBefore,
            CountPresses presses,
            AuditTrail audit,
            SchedulerClient timers,
            Clock clock) {
        this.drafts = drafts;
        this.schedules = schedules;
        this.campaigns = campaigns;
        this.maySend = maySend;
        this.sentBefore = sentBefore;
        this.presses = presses;
        this.audit = audit;
        this.timers = timers;
        this.clock = clock;
    }

    /**
     * @param version of the form that the operator sees; only the latest one, previewed, is scheduled
     * @param confirmed whether {@link SendDraftResult.SentBefore} was answered with yes
     */
    @Transactional
    public ScheduleResult schedule(
            CustomerId customer, long draftId, int version, Instant at, boolean confirmed, Actor actor) {
        Optional<StoredDraft> stored = drafts.lock(customer, draftId);
        if (stored.isEmpty()) {
            return new ScheduleResult.Refused(new SendDraftResult.Gone());
        }
        if (stored.get().sent()) {
            return new ScheduleResult.Refused(new SendDraftResult.AlreadySent(campaigns.ofDraft(customer, draftId)));
        }
        return wrongTime(at)
                .or(() -> presses.count(actor)
                        .<SendDraftResult>map(SendDraftResult.TooMany::new)
                        .or(() -> refusal(stored.get(), version, confirmed))
                        .map(ScheduleResult.Refused::new))
                .orElseGet(() -> freeze(stored.get().draft(), at, actor));
    }

    /** Another time for what waits. */
    @Transactional
    public ScheduleResult move(CustomerId customer, long draftId, Instant at, Actor actor) {
        Optional<Schedule> waits =
                drafts.lock(customer, draftId).flatMap(stored -> schedules.ofDraft(customer, draftId));
        if (waits.isEmpty()) {
            return new ScheduleResult.Refused(notWaiting(customer, draftId));
        }
        Optional<ScheduleResult> wrong = wrongTime(at);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        schedules.move(customer, draftId, at);
        record(customer, actor, "campaign.rescheduled", waits.get().campaignId(), at);
        timer(customer, waits.get().campaignId(), at);
        return scheduled(customer, draftId);
    }

    /**
     * Opens the draft again, as it was.
     *
     * @return false where it does not wait (any more)
     */
    @Transactional
    public boolean cancel(CustomerId customer, long draftId, Actor actor) {
        Optional<Schedule> waits =
                drafts.lock(customer, draftId).flatMap(stored -> schedules.ofDraft(customer, draftId));
        if (waits.isEmpty() || !schedules.reopen(customer, draftId)) {
            return false;
        }
        record(
                customer,
                actor,
                "campaign.unscheduled",
                waits.get().campaignId(),
                waits.get().at());
        return true;
    }

    private Optional<SendDraftResult> refusal(StoredDraft stored, int version, boolean confirmed) {
        return maySend.refusal(stored, version)
                .or(() -> confirmed
                        ? Optional.empty()
                        : sentBefore.lockAndFind(stored.draft()).map(SendDraftResult.class::cast));
    }

    private ScheduleResult freeze(Draft draft, Instant at, Actor actor) {
        CustomerId customer = draft.customer();
        long campaignId = schedules.insert(draft, at, actor, clock.instant());
        drafts.markSent(draft);
        schedules.forgetUnsent(customer, draft.id());
        record(customer, actor, "campaign.scheduled", campaignId, at);
        timer(customer, campaignId, at);
        return scheduled(customer, draft.id());
    }

    private ScheduleResult scheduled(CustomerId customer, long draftId) {
        return new ScheduleResult.Scheduled(schedules.ofDraft(customer, draftId).orElseThrow());
    }

    private SendDraftResult notWaiting(CustomerId customer, long draftId) {
        return campaigns
                .findOfDraft(customer, draftId)
                .<SendDraftResult>map(SendDraftResult.AlreadySent::new)
                .orElseGet(SendDraftResult.Gone::new);
    }

    private Optional<ScheduleResult> wrongTime(Instant at) {
        Instant now = clock.instant();
        if (!at.isAfter(now)) {
            return Optional.of(new ScheduleResult.Past(at, now));
        }
        Instant latest = now.plus(FURTHEST);
        return at.isAfter(latest) ? Optional.of(new ScheduleResult.TooFar(latest)) : Optional.empty();
    }

    private void timer(CustomerId customer, long campaignId, Instant at) {
        timers.scheduleIfNotExists(ScheduleTask.instance(customer, campaignId, at), at);
    }

    private void record(CustomerId customer, Actor actor, String what, long campaignId, Instant at) {
        audit.record(customer, actor, what, "campaign", String.valueOf(campaignId), Map.of("at", String.valueOf(at)));
    }
}
