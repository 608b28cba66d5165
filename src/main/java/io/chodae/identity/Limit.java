package io.chodae.identity;

import java.time.Duration;

/**
 * How often something may be tried.
 *
 * @param free attempts without a pause
 * @param first length of the first pause; each further one is twice as long
 * @param longest upper bound of a pause
 * @param leak time that takes one attempt away again
 */
record Limit(Scope scope, int free, Duration first, Duration longest, Duration leak) {

    /** Whom a limit counts for. */
    enum Scope {
        /** The account or address from one network: the strictest, for it hurts nobody else. */
        PAIR,
        /** The account or address from anywhere, against many callers at once. */
        SUBJECT,
        /** One network, whomever it asks about. Mild, for a whole office may share it. */
        CALLER
    }

    static Limit pair(int free, Duration first, Duration longest, Duration leak) {
        return new Limit(Scope.PAIR, free, first, longest, leak);
    }

    static Limit subject(int free, Duration first, Duration longest, Duration leak) {
        return new Limit(Scope.SUBJECT, free, first, longest, leak);
    }

    static Limit caller(int free) {
        return new Limit(Scope.CALLER, free, Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofSeconds(20));
    }
}
