package io.chodae.campaign;

import io.chodae.bizkit.MissingPart;
import java.util.List;
import java.util.Optional;

/**
 * Everything that stands between a draft and its sending.
 *
 * @param faults of the fields and the list
 * @param missing parts of the Biz Service information, without which nobody can be invited
 * @param seats how many there are, and would be taken; empty: unlimited
 * @param noSeat where the edition has too few seats for the people who would get a mail
 * @param previewed whether the mail was looked at as it is now
 */
public record Readiness(
        List<DraftFault> faults,
        List<MissingPart> missing,
        Optional<SeatCount> seats,
        Optional<SendDraftResult.NoSeat> noSeat,
        boolean previewed) {

    public Readiness {
        faults = List.copyOf(faults);
        missing = List.copyOf(missing);
    }

    /** Whether "send" may be offered; pressing it checks everything again. */
    public boolean maySend() {
        return previewed && faults.isEmpty() && missing.isEmpty() && noSeat.isEmpty();
    }
}
