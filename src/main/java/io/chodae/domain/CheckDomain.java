package io.chodae.domain;

import io.chodae.audit.Actor;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody wants to know now whether the proof is there. */
@Component
public class CheckDomain {

    /** Each look asks servers of others. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final DomainStore domains;
    private final LookForProof lookForProof;
    private final NoteCheck noteCheck;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CheckDomain(
            DomainStore domains,
            LookForProof lookForProof,
            NoteCheck noteCheck,
            TransactionTemplate transaction,
            Clock clock) {
        this.domains = domains;
        this.lookForProof = lookForProof;
        this.noteCheck = noteCheck;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a check came to. */
    public sealed interface Checked {

        /** The claim as it stands now, with what was found. */
        record Looked(DomainState before, Domain domain) implements Checked {}

        /** There was a look a moment ago. */
        record TooSoon() implements Checked {}

        /** The customer has no such claim, or not any more. */
        record Nothing() implements Checked {}
    }

    /** Must not be called in a transaction: servers of others take their time. */
    public Checked check(CustomerId customer, String name, Actor actor) {
        Optional<Domain> claim = domains.find(customer, name);
        if (claim.isEmpty()) {
            return new Checked.Nothing();
        }
        Instant now = clock.instant();
        boolean turn = transaction.execute(status -> domains.takeTurn(customer, name, now.minus(PAUSE), now));
        if (!turn) {
            return new Checked.TooSoon();
        }
        return noteCheck
                .note(claim.get(), lookForProof.look(claim.get()), actor)
                .<Checked>map(after -> new Checked.Looked(claim.get().state(), after))
                .orElseGet(Checked.Nothing::new);
    }
}
