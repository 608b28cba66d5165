package io.chodae.domain;

import io.chodae.audit.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at the proofs whose time has come, some at once: servers that do not answer hold up the others but little. */
@Component
public class RecheckDomains {

    private static final Logger LOG = LoggerFactory.getLogger(RecheckDomains.class);
    private static final int BATCH = 16;

    /** For one whose look broke off. */
    private static final Duration AGAIN = Duration.ofHours(1);

    private final DomainStore domains;
    private final LookForProof lookForProof;
    private final NoteCheck noteCheck;
    private final Clock clock;

    RecheckDomains(DomainStore domains, LookForProof lookForProof, NoteCheck noteCheck, Clock clock) {
        this.domains = domains;
        this.lookForProof = lookForProof;
        this.noteCheck = noteCheck;
        this.clock = clock;
    }

    /** Batch by batch until none is due. */
    public void recheck(BooleanSupplier stop) {
        List<Domain> due = take();
        while (!due.isEmpty()) {
            try (ExecutorService looks = Executors.newVirtualThreadPerTaskExecutor()) {
                due.forEach(claim -> looks.execute(() -> recheck(claim)));
            }
            due = stop.getAsBoolean() ? List.of() : take();
        }
    }

    private List<Domain> take() {
        Instant now = clock.instant();
        return domains.takeDue(now, now.plus(AGAIN), BATCH);
    }

    private void recheck(Domain claim) {
        try {
            noteCheck.note(claim, lookForProof.look(claim), Actor.system());
        } catch (RuntimeException e) {
            LOG.warn("The proof of {} was not looked at; it will be within the hour", claim.name(), e);
        }
    }
}
