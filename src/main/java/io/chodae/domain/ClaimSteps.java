package io.chodae.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a claim anew: each method gives the claim as it is after one step. */
final class ClaimSteps {

    private ClaimSteps() {}

    /** After a look at the proof, with the state that {@link DomainRules} gave. */
    static Domain checked(
            Domain claim, DomainState state, List<Finding> findings, Instant now, @Nullable Instant nextCheck) {
        ProofMethod found = findings.stream()
                .filter(Finding::found)
                .map(Finding::method)
                .findFirst()
                .orElse(null);
        boolean newlyHeld = state.held() && !claim.held();
        return new Domain(
                claim.customer(),
                claim.name(),
                claim.kind(),
                state,
                claim.token(),
                found == null ? claim.method() : found,
                newlyHeld ? now : claim.verifiedAt(),
                now,
                findings,
                failingSince(claim, state, found == null, now),
                nextCheck,
                claim.locked(),
                claim.contact(),
                claim.vouched() && found == null,
                state == DomainState.DISPUTED ? first(claim.disputedAt(), now) : null);
    }

    /** The other side has let go. */
    static Domain takenOver(Domain claim, Instant now, Instant nextCheck) {
        return checked(claim, DomainState.VERIFIED, claim.findings(), now, nextCheck);
    }

    static Domain vouchedFor(Domain claim, Instant now) {
        return with(checked(claim, DomainState.VERIFIED, List.of(), now, null), true, null);
    }

    /** Somebody else has proven it: it is looked at now, whatever anybody vouched for. */
    static Domain contested(Domain claim, Instant now) {
        return with(claim, false, now);
    }

    private static Domain with(Domain claim, boolean vouched, @Nullable Instant nextCheck) {
        return new Domain(
                claim.customer(),
                claim.name(),
                claim.kind(),
                claim.state(),
                claim.token(),
                claim.method(),
                claim.verifiedAt(),
                claim.checkedAt(),
                claim.findings(),
                claim.failingSince(),
                nextCheck,
                claim.locked(),
                claim.contact(),
                vouched,
                claim.disputedAt());
    }

    private static @Nullable Instant failingSince(Domain claim, DomainState state, boolean missing, Instant now) {
        boolean failing = state == DomainState.FAILING || (state == DomainState.DISPUTED && missing);
        return failing ? first(claim.failingSince(), now) : null;
    }

    private static Instant first(@Nullable Instant known, Instant now) {
        return known == null ? now : known;
    }
}
