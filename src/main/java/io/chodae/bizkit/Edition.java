package io.chodae.bizkit;

/** What a Biz Kit may do. */
public enum Edition {
    /** Ten users, pending and accepted together; each new Play needs consent. */
    TRIAL,
    /** Without limits; Plays and groups may change later. */
    FULL;

    /** The type of the users who are enrolled under this edition. */
    ServiceType serviceType() {
        return this == TRIAL ? ServiceType.PLAY : ServiceType.SERVICE;
    }
}
