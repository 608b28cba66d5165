package io.chodae.domain;

/** What the administrators of a customer are told about one of its domains. */
public enum DomainNews {
    /** The proof was found for the first time, or again after the domain was lost. */
    VERIFIED,
    /** It was not found: the grace time begins. */
    FAILING,
    /** It is back within the grace time. */
    RESTORED,
    /** The grace time is over. */
    LOST,
    /** The proof is there, but another customer holds the domain. */
    DISPUTED,
    /** Another customer has proven a domain that this one holds. */
    CONTESTED,
    /** The other side has gone, or its proof. */
    DISPUTE_OVER,
    /** The domain came over from the other side. */
    GAINED;

    /** Whether a mail goes out: not about what the one who pressed the button sees anyway. */
    public boolean mailed() {
        return this != VERIFIED;
    }
}
