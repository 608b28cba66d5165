package io.chodae.bizkit;

/** What a user agreed to. */
public enum ServiceType {
    /** The service as a whole: Plays and groups may change without another invitation. */
    SERVICE,
    /** Exactly the Plays that were offered. */
    PLAY
}
