package io.chodae.campaign;

import io.chodae.bizkit.BizKits;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decides whether a draft may go out, at the press of a button and again when its time has come. */
@Component
class MaySend {

    private final CheckDraft check;
    private final BizKits kits;

    MaySend(CheckDraft check, BizKits kits) {
        this.check = check;
        this.kits = kits;
    }

    /** Why not; empty where it may. Holds the seats until the transaction ends. */
    Optional<SendDraftResult> refusal(StoredDraft stored, int version) {
        Draft draft = stored.draft();
        if (kits.get(draft.customer()).suspended()) {
            return Optional.of(new SendDraftResult.PublisherSuspended());
        }
        Readiness readiness = check.checkForSending(stored);
        if (!readiness.missing().isEmpty()) {
            return Optional.of(new SendDraftResult.ServiceIncomplete(readiness.missing()));
        }
        if (!readiness.faults().isEmpty()) {
            return Optional.of(new SendDraftResult.NotReady(readiness.faults()));
        }
        if (draft.version() != version || !readiness.previewed()) {
            return Optional.of(new SendDraftResult.NotPreviewed());
        }
        return readiness.noSeat().map(SendDraftResult.class::cast);
    }
}
