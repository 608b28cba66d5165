package io.chodae.capture;

/** What a person was told would follow the deadline. */
enum Told {
    NOTHING,
    EVICT,
    /** Also of those who decline. */
    EVICT_DECLINED;

    boolean evicts() {
        return this != NOTHING;
    }
}
