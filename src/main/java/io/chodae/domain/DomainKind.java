package io.chodae.domain;

/** What a domain is to its customer. */
public enum DomainKind {
    /** The one that the organisation is called by; each customer that has domains has one at most. */
    PRIMARY,
    SECONDARY,
    /** Another name for the same people: accounts on it are nobody's unmanaged accounts. */
    ALIAS
}
