package io.chodae.domain;

import io.chodae.shared.CustomerId;
import java.net.IDN;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's claim on a domain.
 *
 * @param name A-label, lower case
 * @param method where the proof was found last
 * @param findings of the last look, in the order in which was looked; it ends where the proof was found
 * @param failingSince since when the proof has been missing, where the claim has a grace time: held or disputed
 * @param nextCheckAt when it is looked at by the clock; null: never
 * @param locked no new consumer accounts on it while it is held
 * @param contact whom people may ask then
 * @param vouched held by the word of whoever runs the server, without a proof
 * @param disputedAt when it was proven while another held it
 */
public record Domain(
        CustomerId customer,
        String name,
        DomainKind kind,
        DomainState state,
        String token,
        @Nullable ProofMethod method,
        @Nullable Instant verifiedAt,
        @Nullable Instant checkedAt,
        List<Finding> findings,
        @Nullable Instant failingSince,
        @Nullable Instant nextCheckAt,
        boolean locked,
        String contact,
        boolean vouched,
        @Nullable Instant disputedAt) {

    public Domain {
        findings = List.copyOf(findings);
    }

    public Proof proof() {
        return new Proof(name, token);
    }

    /** As people write it. */
    public String display() {
        return IDN.toUnicode(name);
    }

    public boolean held() {
        return state.held();
    }

    /** Whether the consumer accounts on it are the customer's unmanaged accounts. */
    boolean captures() {
        return held() && kind != DomainKind.ALIAS;
    }
}
