package io.chodae.capture;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.capture.SetTransferRulesResult.Invalid;
import io.chodae.capture.SetTransferRulesResult.Same;
import io.chodae.capture.SetTransferRulesResult.Saved;
import io.chodae.capture.TransferRulesStore.Ruled;
import io.chodae.invitation.SendingTurn;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes what follows when nobody answers. Whoever is invited already gets the full time, and a mail that says so,
 * before anything follows.
 */
@Component
public class SetTransferRules {

    private final SendingTurn turn;
    private final TransferRulesStore store;
    private final AuditTrail audit;
    private final SchedulerClient timers;
    private final Clock clock;

    SetTransferRules(
            SendingTurn turn, TransferRulesStore store, AuditTrail audit, SchedulerClient timers, Clock clock) {
        this.turn = turn;
        this.store = store;
        this.audit = audit;
        this.timers = timers;
        this.clock = clock;
    }

    /** @param ticked whether somebody said that they know what an eviction does; without it none can be chosen */
    @Transactional
    public SetTransferRulesResult set(CustomerId customer, TransferRules rules, boolean ticked, Actor actor) {
        Set<TransferRulesFault> faults = CheckTransferRules.faults(rules);
        if (rules.follows() == TransferRules.Follows.EVICT && !ticked) {
            faults.add(TransferRulesFault.NOT_TICKED);
        }
        if (!faults.isEmpty()) {
            return new Invalid(faults);
        }
        // whoever sends at this moment does so by the rules before, and is found by who follows the new ones
        turn.take(customer);
        Ruled before = store.lock(customer);
        if (before.rules().equals(rules)) {
            return new Same();
        }
        boolean follow = store.write(customer, rules, clock.instant());
        audit.record(
                customer,
                actor,
                "customer.transfer_rules_changed",
                "customer",
                String.valueOf(customer.value()),
                told(rules));
        if (follow) {
            timers.scheduleIfNotExists(TransferClockTask.following(customer, before.version() + 1), clock.instant());
        }
        return new Saved(rules);
    }

    private static Map<String, String> told(TransferRules rules) {
        return Map.of(
                "reminders",
                rules.reminderDays().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                "deadline",
                rules.deadlineDays() == null ? "" : rules.deadlineDays().toString(),
                "follows",
                rules.follows().name(),
                "notice",
                String.valueOf(rules.noticeDays()),
                "declined",
                String.valueOf(rules.declinedToo()));
    }
}
