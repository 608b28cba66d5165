package io.chodae.domain;

/** What came of changing a claim. */
public enum DomainChange {
    DONE,
    /** It is so already. */
    SAME,
    /** The customer has no such claim. */
    GONE,
    /** Another domain has to become the primary one first. */
    PRIMARY_STAYS,
    /** Nobody could be asked: a locked domain names whom to ask. */
    NO_CONTACT
}
