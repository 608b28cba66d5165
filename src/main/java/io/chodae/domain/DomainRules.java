package io.chodae.domain;

import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How the state of a claim goes on after a look at its proof; drawn in {@code docs/domains.md}. */
@Component
public class DomainRules {

    /** Where name servers do not tell, the fault may be ours: nobody loses a domain by that for so many grace times. */
    private static final int PATIENCE = 4;

    private final Duration grace;
    private final Duration recheck;

    DomainRules(
            @Value("${chodae.domains.grace-days:7}") int graceDays,
            @Value("${chodae.domains.recheck-hours:24}") int recheckHours) {
        this.grace = Duration.ofDays(graceDays);
        this.recheck = Duration.ofHours(recheckHours);
    }

    /** How long a domain stays held without its proof. */
    public Duration grace() {
        return grace;
    }

    /** When the domain goes at the earliest, unless the proof comes back. */
    public Instant lostAt(Instant failingSince) {
        return failingSince.plus(grace);
    }

    /** @param otherHolds whether another customer holds the domain now */
    DomainState next(Domain claim, Verdict verdict, boolean otherHolds, Instant now) {
        return switch (claim.state()) {
            case UNPROVEN, LOST -> verdict == Verdict.FOUND ? proven(otherHolds) : claim.state();
            case DISPUTED ->
                switch (verdict) {
                    case FOUND -> proven(otherHolds);
                    case MISSING -> failedFor(claim, grace, now) ? DomainState.UNPROVEN : DomainState.DISPUTED;
                    case UNKNOWN ->
                        failedFor(claim, grace.multipliedBy(PATIENCE), now)
                                ? DomainState.UNPROVEN
                                : DomainState.DISPUTED;
                };
            case VERIFIED -> verdict == Verdict.FOUND || claim.vouched() ? DomainState.VERIFIED : DomainState.FAILING;
            case FAILING ->
                switch (verdict) {
                    case FOUND -> DomainState.VERIFIED;
                    case MISSING -> failedFor(claim, grace, now) ? DomainState.LOST : DomainState.FAILING;
                    case UNKNOWN ->
                        failedFor(claim, grace.multipliedBy(PATIENCE), now) ? DomainState.LOST : DomainState.FAILING;
                };
        };
    }

    /** How long to wait before looking again by the clock; what fails or is disputed is looked at more often. */
    Duration pause(DomainState state) {
        return state == DomainState.VERIFIED ? recheck : recheck.dividedBy(4);
    }

    private static DomainState proven(boolean otherHolds) {
        return otherHolds ? DomainState.DISPUTED : DomainState.VERIFIED;
    }

    private static boolean failedFor(Domain claim, Duration time, Instant now) {
        Instant since = claim.failingSince();
        return since != null && !now.isBefore(since.plus(time));
    }
}
