package io.chodae.campaign;

import io.chodae.bizkit.BizKits;
import io.chodae.bizkit.SeatUse;
import io.chodae.bizkit.Seats;
import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says what is still missing before a draft can be sent. */
@Component
public class CheckDraft {

    private final DraftStore drafts;
    private final CheckFields fields;
    private final CheckTarget target;
    private final BizKits kits;
    private final Seats seats;
    private final CampaignStore campaigns;
    private final PreviewMark mark;
    private final UploadStore uploads;

    CheckDraft(
            DraftStore drafts,
            CheckFields fields,
            CheckTarget target,
            BizKits kits,
            Seats seats,
            CampaignStore campaigns,
            PreviewMark mark,
            UploadStore uploads) {
        this.drafts = drafts;
        this.fields = fields;
        this.target = target;
        this.kits = kits;
        this.seats = seats;
        this.campaigns = campaigns;
        this.mark = mark;
        this.uploads = uploads;
    }

    /** Empty where this customer has no such draft, or it was sent. */
    @Transactional(readOnly = true)
    public Optional<Readiness> check(CustomerId customer, long draftId) {
        return drafts.find(customer, draftId).filter(stored -> !stored.sent()).map(this::check);
    }

    /** The same, with the seats held against everybody else until the transaction ends. */
    Readiness checkForSending(StoredDraft stored) {
        // asked for its lock alone: the count below also sees people whose invitations are still being written
        seats.reserve(stored.draft().customer(), 0);
        return check(stored);
    }

    private Readiness check(StoredDraft stored) {
        Draft draft = stored.draft();
        Optional<SeatCount> seats = seats(stored);
        return new Readiness(
                faults(draft),
                kits.get(draft.customer()).missing(),
                seats,
                seats.filter(count -> !count.enough())
                        .map(count -> new SendDraftResult.NoSeat(count.limit(), count.used(), count.wanted())),
                previewed(draft));
    }

    private boolean previewed(Draft draft) {
        return draft.previewed() && mark.holds(draft);
    }

    /** In the order of the form. */
    List<DraftFault> faults(Draft draft) {
        return Stream.of(
                        fields.faults(draft.content()), target.faults(draft.customer(), draft.content()), roster(draft))
                .flatMap(List::stream)
                .toList();
    }

    private Optional<SeatCount> seats(StoredDraft stored) {
        CustomerId customer = stored.draft().customer();
        SeatUse use = seats.use(customer);
        if (use.limit().isEmpty()) {
            return Optional.empty();
        }
        int limit = use.limit().getAsInt();
        int used = use.pending() + use.enrolled() + campaigns.outstanding(customer);
        int wanted = stored.draft().roster().ready() - stored.invited();
        return Optional.of(new SeatCount(limit, used, wanted));
    }

    private List<DraftFault> roster(Draft draft) {
        // what goes out would not be the list that was uploaded last
        return uploads.latest(draft.customer(), draft.id())
                .flatMap(CheckDraft::unsettled)
                .map(List::of)
                .orElseGet(() -> roster(draft.roster()));
    }

    private static Optional<DraftFault> unsettled(RosterUpload upload) {
        if (upload.busy()) {
            return Optional.of(new DraftFault("roster", "READING"));
        }
        return upload.state() == RosterUpload.State.ASKING
                ? Optional.of(new DraftFault("roster", "ASKING"))
                : Optional.empty();
    }

    /** Faulty rows and those left out keep nobody else waiting: one person to send to is enough. */
    private static List<DraftFault> roster(RosterSummary roster) {
        if (roster.total() == 0) {
            return List.of(new DraftFault("roster", "MISSING"));
        }
        if (roster.ready() > 0) {
            return List.of();
        }
        return List.of(
                roster.faulty() > 0
                        ? new DraftFault("roster", "NONE_READY", roster.total())
                        : new DraftFault("roster", "NOBODY_LEFT"));
    }
}
