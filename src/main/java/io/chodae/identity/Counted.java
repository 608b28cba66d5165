package io.chodae.identity;

import java.time.Duration;
import java.util.List;

/** What is counted, each with its limits. */
enum Counted {
    SIGN_IN,
    SIGN_UP,
    FORGOT,
    VERIFY_AGAIN,
    CHANGE_PASSWORD,
    CHANGE_ADDRESS,
    /** Mails that ask colleagues to join, by who sends them. */
    INVITE_COLLEAGUES,
    /** The same mails, by who gets them. */
    INVITED_AS_COLLEAGUE;

    private static final Duration SECONDS_5 = Duration.ofSeconds(5);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);

    List<Limit> limits() {
        return switch (this) {
            case SIGN_IN ->
                List.of(
                        Limit.pair(5, SECONDS_5, QUARTER, Duration.ofMinutes(30)),
                        Limit.subject(20, SECONDS_5, QUARTER, Duration.ofMinutes(5)),
                        Limit.caller(60));
            case SIGN_UP -> List.of(Limit.subject(5, MINUTE, HOUR, Duration.ofMinutes(20)), Limit.caller(60));
            case FORGOT, VERIFY_AGAIN, CHANGE_ADDRESS ->
                List.of(Limit.subject(3, MINUTE, HOUR, Duration.ofMinutes(20)), Limit.caller(30));
            case INVITE_COLLEAGUES -> List.of(Limit.subject(20, MINUTE, HOUR, Duration.ofMinutes(5)));
            case INVITED_AS_COLLEAGUE -> List.of(Limit.subject(3, MINUTE, HOUR, Duration.ofMinutes(20)));
            case CHANGE_PASSWORD -> List.of(Limit.subject(5, SECONDS_5, QUARTER, Duration.ofMinutes(30)));
        };
    }
}
