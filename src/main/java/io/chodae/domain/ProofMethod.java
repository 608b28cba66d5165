package io.chodae.domain;

/** Where a proof may stand. Any of them is enough. */
public enum ProofMethod {
    /** A text record of the domain name system. */
    DNS,
    /** A file on the domain's web server. */
    FILE,
    /** A tag in the head of the domain's home page. */
    META
}
