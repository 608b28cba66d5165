package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.shared.AccountId;
import io.chodae.shared.EmailAddress;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * An invitation of a colleague goes to whatever address is typed, and no limit of campaigns holds it: so it is counted by
 * who sends it, and by who gets it from all publishers together.
 */
@Component
class CountColleagueMails {

    private final Throttle throttle;

    CountColleagueMails(Throttle throttle) {
        this.throttle = throttle;
    }

    /** Counts one mail, outside of any transaction; how long to wait where it must not be sent. */
    Optional<Duration> count(Actor actor, EmailAddress to) {
        AccountId account = actor.account();
        String sender = account == null ? "client " + actor.label() : "account " + account.value();
        Optional<Duration> wait = throttle.count(Counted.INVITE_COLLEAGUES, sender);
        return wait.isPresent() ? wait : throttle.count(Counted.INVITED_AS_COLLEAGUE, to.key());
    }
}
