package io.chodae.domain;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what a look at a proof found, and what follows from it. */
@Component
class NoteCheck {

    private final DomainStore domains;
    private final DomainRules rules;
    private final Succession succession;
    private final DomainNotices notices;
    private final AuditTrail audit;
    private final Clock clock;

    NoteCheck(
            DomainStore domains,
            DomainRules rules,
            Succession succession,
            DomainNotices notices,
            AuditTrail audit,
            Clock clock) {
        this.domains = domains;
        this.rules = rules;
        this.succession = succession;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The claim as it stands now; empty where it has gone meanwhile.
     *
     * @param seen the claim whose proof was looked for
     */
    @Transactional
    public Optional<Domain> note(Domain seen, List<Finding> findings, Actor actor) {
        List<Domain> claims = domains.lockClaims(seen.name());
        return claims.stream()
                .filter(one ->
                        one.customer().equals(seen.customer()) && one.token().equals(seen.token()))
                .findFirst()
                .map(claim -> judge(claim, claims, findings, actor));
    }

    private Domain judge(Domain before, List<Domain> claims, List<Finding> findings, Actor actor) {
        Instant now = clock.instant();
        Domain holder = claims.stream()
                .filter(one -> one.held() && !one.customer().equals(before.customer()))
                .findFirst()
                .orElse(null);
        Verdict verdict = Verdict.of(before.method(), findings);
        DomainState state = rules.next(before, verdict, holder != null, now);
        Domain after = ClaimSteps.checked(before, state, findings, now, nextCheck(before, state, verdict, now));
        succession.write(after, before.state());
        String action = action(before.state(), state);
        if (!action.isEmpty() || actor.account() != null) {
            audit.record(
                    after.customer(),
                    actor,
                    action.isEmpty() ? "domain.checked" : action,
                    "domain",
                    after.name(),
                    Map.of("name", after.name(), "finding", verdict.name()));
        }
        follow(before, after, holder, claims);
        return after;
    }

    private @Nullable Instant nextCheck(Domain claim, DomainState state, Verdict verdict, Instant now) {
        boolean vouchedFor = claim.vouched() && verdict != Verdict.FOUND;
        if (vouchedFor || !(state.held() || state == DomainState.DISPUTED)) {
            return null;
        }
        Instant regular = now.plus(rules.pause(state));
        Instant end = rules.lostAt(claim.failingSince() == null ? now : claim.failingSince());
        return state == DomainState.FAILING && end.isAfter(now) && end.isBefore(regular) ? end : regular;
    }

    private void follow(Domain before, Domain after, @Nullable Domain holder, List<Domain> claims) {
        succession.announce(before, after);
        if (before.state() == after.state()) {
            return;
        }
        switch (after.state()) {
            case VERIFIED ->
                notices.tell(
                        after,
                        before.state() == DomainState.FAILING ? DomainNews.RESTORED : DomainNews.VERIFIED,
                        null,
                        "");
            case FAILING -> {
                Instant since = after.failingSince();
                notices.tell(after, DomainNews.FAILING, since == null ? null : rules.lostAt(since), "");
            }
            case LOST -> notices.tell(after, DomainNews.LOST, null, succession.passOn(after, claims));
            case DISPUTED -> {
                if (holder != null) {
                    succession.dispute(after, holder);
                }
            }
            case UNPROVEN -> {
                notices.tell(after, DomainNews.DISPUTE_OVER, null, "");
                succession.disputeOver(after, claims);
            }
        }
    }

    /** What the trail calls the step; empty where there was none. */
    private static String action(DomainState before, DomainState after) {
        if (before == after) {
            return "";
        }
        return switch (after) {
            case VERIFIED -> before == DomainState.FAILING ? "domain.restored" : "domain.verified";
            case FAILING -> "domain.proof_missing";
            case LOST -> "domain.lost";
            case DISPUTED -> "domain.disputed";
            case UNPROVEN -> "domain.dispute_over";
        };
    }
}
