package io.chodae.campaign;

import java.time.Instant;

/** How the wish for a test mail ended. */
public sealed interface TestMailResult {

    /** It is on its way. */
    record Sent() implements TestMailResult {}

    /** Enough of them within an hour. */
    record TooMany(int limit, Instant again) implements TestMailResult {}

    /** This row would get no mail, or nobody would. */
    record NobodyToShow() implements TestMailResult {}

    /** This customer has no such draft, or it was sent. */
    record Gone() implements TestMailResult {}
}
