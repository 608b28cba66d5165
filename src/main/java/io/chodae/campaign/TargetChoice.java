package io.chodae.campaign;

/** Where the invited people will belong. */
public enum TargetChoice {
    /** A group that exists; its own Plays are offered. */
    EXISTING,
    /** A group that is made when the draft is sent, with the chosen Plays. */
    NEW,
    /** No group; the chosen Plays are offered. */
    UNCLASSIFIED
}
