package io.chodae.domain;

import io.chodae.dns.TxtLookup;
import io.chodae.domain.Finding.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Looks in all places until the proof is found, first in the one where it was last. */
@Component
class LookForProof {

    private final TxtLookup texts;
    private final WebProof web;

    LookForProof(TxtLookup texts, WebProof web) {
        this.texts = texts;
        this.web = web;
    }

    /** What was found, at least one thing; takes up to a minute where nobody answers. */
    List<Finding> look(Domain claim) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("nobody waits for servers of others within a transaction");
        }
        List<Finding> findings = new ArrayList<>();
        Stream.concat(Stream.ofNullable(claim.method()), Stream.of(ProofMethod.values()))
                .distinct()
                .takeWhile(method -> findings.stream().noneMatch(Finding::found))
                .forEach(method -> findings.add(look(method, claim.proof())));
        return findings;
    }

    private Finding look(ProofMethod method, Proof proof) {
        return switch (method) {
            case DNS -> record(proof);
            case FILE -> web.file(proof);
            case META -> web.tag(proof);
        };
    }

    private Finding record(Proof proof) {
        return switch (texts.lookUp(proof.recordName())) {
            case TxtLookup.Answer.NoAnswer none ->
                new Finding(ProofMethod.DNS, Outcome.NO_ANSWER, proof.recordName(), none.why());
            case TxtLookup.Answer.Texts found -> {
                Outcome outcome =
                        found.texts().stream().anyMatch(text -> text.strip().equals(proof.value()))
                                ? Outcome.FOUND
                                : found.texts().isEmpty() ? Outcome.NOTHING : Outcome.DIFFERENT;
                String detail = outcome == Outcome.DIFFERENT ? String.join(" | ", found.texts()) : "";
                yield new Finding(ProofMethod.DNS, outcome, proof.recordName(), detail);
            }
        };
    }
}
