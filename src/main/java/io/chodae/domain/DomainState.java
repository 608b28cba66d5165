package io.chodae.domain;

/** Where the proof of a domain stands; {@link DomainRules} says how it goes on. */
public enum DomainState {
    /** Claimed and not proven yet, or not any more before it was ever held. */
    UNPROVEN,
    /** Held. */
    VERIFIED,
    /** Held, but the proof was not found lately: the grace time runs. */
    FAILING,
    /** Not held any more, the grace time being over; a proof brings it back. */
    LOST,
    /** Proven, while another customer holds it. */
    DISPUTED;

    public boolean held() {
        return this == VERIFIED || this == FAILING;
    }
}
