package io.chodae.campaign;

import io.chodae.bizkit.BizKit;
import io.chodae.bizkit.BizKits;
import io.chodae.bizkit.Offer;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The look at the very mail that opens the way to sending; any later edit closes it again. */
@Component
public class PreviewDraft {

    private final DraftStore drafts;
    private final RowReader rows;
    private final RecheckRows recheck;
    private final OfferOfDraft offers;
    private final BizKits kits;
    private final PreviewMark mark;
    private final Clock clock;

    PreviewDraft(
            DraftStore drafts,
            RowReader rows,
            RecheckRows recheck,
            OfferOfDraft offers,
            BizKits kits,
            PreviewMark mark,
            Clock clock) {
        this.drafts = drafts;
        this.rows = rows;
        this.recheck = recheck;
        this.offers = offers;
        this.kits = kits;
        this.mark = mark;
        this.clock = clock;
    }

    /**
     * @param rowNo the person; empty for the first who would get a mail
     * @return empty where there is no such draft, or this row would get no mail
     */
    @Transactional(readOnly = true)
    public Optional<PreviewSubject> subject(CustomerId customer, long draftId, OptionalInt rowNo) {
        return drafts.find(customer, draftId)
                .filter(stored -> !stored.sent())
                .map(StoredDraft::draft)
                .flatMap(draft -> row(draft, rowNo).map(row -> subject(draft, row)));
    }

    /**
     * Notes that the mail was looked at with this version.
     *
     * @return the draft as it is now; {@link Draft#previewed} is false where somebody has changed it in the meantime
     */
    @Transactional
    public Optional<Draft> markSeen(CustomerId customer, long draftId, int version) {
        Optional<Draft> draft =
                drafts.lock(customer, draftId).filter(stored -> !stored.sent()).map(StoredDraft::draft);
        if (draft.isEmpty()) {
            return Optional.empty();
        }
        if (drafts.markPreviewed(customer, draftId, version)) {
            mark.set(draft.get());
        }
        recheck.recheck(customer, draftId);
        return drafts.find(customer, draftId).map(StoredDraft::draft);
    }

    private Optional<DraftRow> row(Draft draft, OptionalInt rowNo) {
        if (rowNo.isPresent()) {
            return rows.find(draft.customer(), draft.id(), rowNo.getAsInt()).filter(DraftRow::ready);
        }
        return rows.after(draft.customer(), draft.id(), RowFilter.READY, 0, 1).stream()
                .findFirst();
    }

    private PreviewSubject subject(Draft draft, DraftRow row) {
        BizKit kit = kits.get(draft.customer());
        Language language = draft.content().language();
        Offer offer = offers.preview(draft.customer(), draft.content());
        return new PreviewSubject(
                draft.version(),
                row,
                kit,
                offer,
                Invitees.of(row, language),
                clock.instant().plus(kit.invitationLifetime()));
    }
}
