package io.chodae.identity;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a link of an account is good for. */
enum LinkPurpose {
    VERIFY(Duration.ofDays(3)),
    RESET(Duration.ofHours(1)),
    /** Proves another address. */
    ADDRESS(Duration.ofDays(1)),
    /** Alive until it is used or the server starts anew. */
    SETUP(null);

    private final @Nullable Duration lifetime;

    LinkPurpose(@Nullable Duration lifetime) {
        this.lifetime = lifetime;
    }

    @Nullable
    Duration lifetime() {
        return lifetime;
    }

    /** As the database and the derivation of tokens have it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
