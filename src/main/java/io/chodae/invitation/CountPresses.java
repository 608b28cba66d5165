package io.chodae.invitation;

import io.chodae.audit.Actor;
import io.chodae.invitation.Limited.Reason;
import io.chodae.shared.AccountId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts how often somebody presses a button that sends, over all customers and nodes. Asked before anything else is
 * locked but a draft; presses that are refused do not lengthen the wait.
 */
@Component
public class CountPresses {

    private static final Duration KEPT = Duration.ofDays(1);

    private final InvitationLimits limits;
    private final JdbcClient jdbc;
    private final Clock clock;

    CountPresses(InvitationLimits limits, JdbcClient jdbc, Clock clock) {
        this.limits = limits;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts one press in the caller's transaction; why it must do nothing, where there were too many. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Limited> count(Actor actor) {
        AccountId account = actor.account();
        if (actor.equals(Actor.system())) {
            return Optional.empty();
        }
        String who = account == null ? "client " + actor.label() : "account " + account.value();
        return Stream.of(
                        count(who, Duration.ofMinutes(1), limits.pressesPerMinute(), Reason.PRESSES_A_MINUTE),
                        count(who, Duration.ofHours(1), limits.pressesPerHour(), Reason.PRESSES_AN_HOUR))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Limited::again));
    }

    private Optional<Limited> count(String who, Duration window, int most, Reason reason) {
        if (most == 0) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return jdbc.sql("""
                        insert into press_count as p (actor, seconds, since, presses)
                        values (:who, :seconds, :now, 1)
                        on conflict (actor, seconds) do update
                            set presses = case when p.since <= :before then 1 else least(p.presses, :most) + 1 end,
                                since = case when p.since <= :before then excluded.since else p.since end
                        returning presses, since""")
                .param("who", who)
                .param("seconds", window.toSeconds())
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(now.minus(window)))
                .param("most", most)
                .query((row, number) -> row.getInt("presses") > most
                        ? Optional.of(new Limited(
                                reason,
                                most,
                                row.getTimestamp("since").toInstant().plus(window)))
                        : Optional.<Limited>empty())
                .single();
    }

    /** What has been over for long. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    void forgetOld() {
        jdbc.sql("delete from press_count where since < :old")
                .param("old", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
