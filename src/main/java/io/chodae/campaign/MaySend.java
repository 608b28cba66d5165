package io.chodae.campaign;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decides whether a draft may go out, at the press of a button and again when its time has come. */
@Component
class MaySend {

    private final CheckDraft check;

    MaySend(CheckDraft check) {
        this.check = check;
    }

    /** Why not; empty where it may. Holds the seats until the transaction ends. */
    Optional<SendDraftResult> refusal(StoredDraft stored, int version) {
        Draft draft = stored.draft();
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
