package io.chodae.platform.postgres;

import java.util.Map;

/** How much the server does so that a committed row survives a crash. */
public enum Durability {
    /** Every commit is on disk before it is answered. */
    DURABLE("on"),
    /** For throw-away test data alone. */
    NONE("off");

    private final String onOrOff;

    Durability(String onOrOff) {
        this.onOrOff = onOrOff;
    }

    Map<String, String> settings() {
        return Map.of("fsync", onOrOff, "synchronous_commit", onOrOff, "full_page_writes", onOrOff);
    }
}
