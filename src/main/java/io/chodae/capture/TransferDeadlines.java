package io.chodae.capture;

import io.chodae.capture.TransferRulesStore.Ruled;
import io.chodae.directory.DryRunEviction;
import io.chodae.directory.EvictionVerdict;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The deadlines of requests as they stand now. */
@Component
public class TransferDeadlines {

    private final JdbcClient jdbc;
    private final TransferRulesStore rules;
    private final DryRunEviction verdicts;
    private final List<PlannedEvictions> plans;
    private final Clock clock;

    TransferDeadlines(
            JdbcClient jdbc,
            TransferRulesStore rules,
            DryRunEviction verdicts,
            List<PlannedEvictions> plans,
            Clock clock) {
        this.plans = plans;
        this.jdbc = jdbc;
        this.rules = rules;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    /**
     * Of those that have one, by the key of the address.
     *
     * @param emails a thousand at most
     */
    public Map<String, TransferDeadline> of(CustomerId customer, List<EmailAddress> emails) {
        Set<String> keys = Addresses.keys(emails);
        Map<EmailAddress, TransferClock> clocks = new HashMap<>();
        jdbc.sql("select u.email, u.email_key, " + TransferClockRows.COLUMNS + """
                         from user_invitation u
                        where u.customer_id = :customer and u.email_key = any(:keys)
                          and u.state in ('INVITED', 'DECLINED')
                        """)
                .param("customer", customer.value())
                .param("keys", keys.toArray(String[]::new))
                .query(row -> {
                    clocks.put(
                            new EmailAddress(row.getString("email"), row.getString("email_key")),
                            TransferClockRows.read(row));
                });
        return of(customer, clocks);
    }

    Map<String, TransferDeadline> of(CustomerId customer, Map<EmailAddress, TransferClock> clocks) {
        Map<String, TransferDeadline> found = new HashMap<>();
        if (clocks.isEmpty()) {
            return found;
        }
        Ruled ruled = rules.of(customer);
        Map<String, Instant> planned = planned(customer, clocks.keySet());
        Map<String, EvictionVerdict> judged = ruled.rules().evicts() || !planned.isEmpty()
                ? verdicts.of(customer, List.copyOf(clocks.keySet()))
                : Map.of();
        Instant now = clock.instant();
        clocks.forEach((email, one) -> {
            EvictionVerdict verdict = judged.get(email.key());
            boolean kept = verdict != null && !verdict.hit();
            TransferDeadline deadline = TransferDeadline.of(ruled, one, kept, now);
            Instant taken = kept ? null : planned.get(email.key());
            if (taken != null
                    && (deadline == null || !deadline.evicts() || deadline.at().isAfter(taken))) {
                deadline = new TransferDeadline(taken, true, true, false, false);
            }
            if (deadline != null) {
                found.put(email.key(), deadline);
            }
        });
        return found;
    }

    private Map<String, Instant> planned(CustomerId customer, Set<EmailAddress> emails) {
        Set<String> keys = Addresses.keys(List.copyOf(emails));
        Map<String, Instant> earliest = new HashMap<>();
        plans.forEach(plan -> plan.of(customer, keys)
                .forEach((key, at) -> earliest.merge(key, at, (one, other) -> one.isBefore(other) ? one : other)));
        return earliest;
    }

    @Nullable
    TransferDeadline of(CustomerId customer, EmailAddress email, TransferClock one) {
        return of(customer, Map.of(email, one)).get(email.key());
    }
}
